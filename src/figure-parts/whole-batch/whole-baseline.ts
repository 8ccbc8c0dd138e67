import type { WholeResult } from '../../store/results';

/** What an output of a whole batch is compared with: "the row alone". */
export function baselineOf({ spec }: Pick<WholeResult, 'spec'>): string {
  return spec.repeatedRow === null ? 'the row alone' : 'row 0 of the call';
}

/** What all outputs are compared with: "the same rows one at a time". */
export function baselinesOf({ spec }: Pick<WholeResult, 'spec'>): string {
  return spec.repeatedRow === null ? 'the same rows one at a time' : 'row 0 of the same call';
}

/** The call: "Batch 128", "The same row, 128 times in one call". */
export function callOf({ spec: { batch, repeatedRow } }: Pick<WholeResult, 'spec'>): string {
  return repeatedRow === null ? `Batch ${batch}` : `The same row, ${batch === 1 ? 'once' : `${batch} times`} in one call`;
}
