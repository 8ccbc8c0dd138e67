import type { Outputs } from '../linear/run-plan';
import type { Channel, Results } from './results';

/** Of the outputs of two results of one request: how many have the same bits. */
export interface EqualBits {
  readonly equal: number;
  readonly of: number;
}

/** Counts over two results of the same channel; null where a channel's results are no outputs. */
export function equalBits<C extends Channel>(channel: C, one: NonNullable<Results[C]>, other: NonNullable<Results[C]>): EqualBits | null {
  const [ours, theirs] = [outputsOf(channel, one), outputsOf(channel, other)];
  if (ours === null || theirs === null) return null;
  let [equal, of] = [0, 0];
  for (const [i, outputs] of ours.entries()) {
    for (let j = 0; j < outputs.length; j++, of++) if (Object.is(outputs[j], theirs[i]?.[j])) equal++;
  }
  return { equal, of };
}

function outputsOf(channel: Channel, result: NonNullable<Results[Channel]>): readonly Outputs[] | null {
  if (channel === 'sweep' && 'rows' in result) return result.rows.map(({ values }) => values);
  if (channel === 'whole' && 'together' in result) return [result.together, result.alone];
  return null;
}
