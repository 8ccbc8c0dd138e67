import type { ThreadRow } from '../../experiments/thread';

/**
 * The call of one row, and the call to compare it with: that of `beside` rows, or the largest if `beside` is 0 or was
 * not printed.
 */
export function rowsCompared(rows: readonly ThreadRow[], beside: number): { single: ThreadRow; beside: ThreadRow } {
  const byBatch = [...rows].sort((a, b) => a.batch - b.batch);
  const chosen = byBatch.find(({ batch }) => batch === beside && batch > 1);
  return { single: byBatch[0]!, beside: chosen ?? byBatch[byBatch.length - 1]! };
}

/** Index of the difference that is largest in magnitude. */
export function largestDifference(difference: Float64Array): number {
  return difference.reduce((best, value, j) => (Math.abs(value) > Math.abs(difference[best]!) ? j : best), 0);
}
