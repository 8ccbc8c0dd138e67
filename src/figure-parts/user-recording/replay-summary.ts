import { batchesText } from '../../lib/words';
import type { ReplayedCall } from '../../recordings/replay';

/**
 * “768 of 768 outputs are equal to the bit at batches 1, 2, 4 and 8.” One sentence for each count; but calls whose rows are
 * all proved by their digests are counted together.
 */
export function replaySentences(calls: readonly ReplayedCall[]): string[] {
  const whole = calls.filter(({ digestIsEqual, equal, total }) => digestIsEqual === true && equal === total);
  const outputs = whole.reduce((sum, { total }) => sum + total, 0);
  const sentences = whole.length === 0 ? [] : [`${outputs} of ${outputs} outputs are equal to the bit in all rows at ${batchesText(whole.map(({ batch }) => batch))}.`];
  const byCount = new Map<string, number[]>();
  for (const { batch, equal, total } of calls.filter((call) => !whole.includes(call))) {
    const count = `${equal} of ${total}`;
    byCount.set(count, [...(byCount.get(count) ?? []), batch]);
  }
  return [...sentences, ...[...byCount].map(([count, batches]) => `${count} outputs are equal to the bit at ${batchesText(batches)}.`)];
}

/** Whether the rows whose bits were recorded are equal, but all rows together are not. */
export function isBeyondRows({ digestIsEqual, differing }: ReplayedCall): boolean {
  return digestIsEqual === false && differing.length === 0;
}
