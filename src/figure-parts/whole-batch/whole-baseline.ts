import { adderTitle } from '../../numerics/adder-title';
import type { WholeResult } from '../../store/results';

interface BaselineWords {
  /** What an output is compared with. */
  readonly one: string;
  /** What all outputs are compared with. */
  readonly all: string;
  /** One minus the other, for a caption. */
  readonly minus: string;
}

/** What the outputs of a whole batch are compared with. */
export function baselineWords({ spec: { batch, repeatedRow, otherAdder } }: Pick<WholeResult, 'spec'>): BaselineWords {
  if (otherAdder !== undefined) {
    const other = `the same call on ${adderTitle(otherAdder)}`;
    return { one: other, all: other, minus: `Batch ${batch} minus ${other}` };
  }
  if (repeatedRow !== null) return { one: 'row 0 of the call', all: 'row 0 of the same call', minus: `The same row ${batch} times: each place in the call minus row 0` };
  return { one: 'the row alone', all: 'the same rows one at a time', minus: `Batch ${batch} minus the same rows one at a time` };
}
