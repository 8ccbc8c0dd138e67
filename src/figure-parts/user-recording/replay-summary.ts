import { batchesText } from '../../lib/words';
import type { ReplayedKernel } from '../../recordings/replay';

/** One batch size of a replayed recording. */
export interface ReplayLine {
  readonly batch: number;
  readonly row: number;
  readonly equal: number;
  readonly total: number;
  /** Outputs that did not replay to the bit, ascending. */
  readonly differing: readonly number[];
}

/** Groups a replay's kernels by call, in their sequence. */
export function replayLines(replayed: readonly ReplayedKernel[]): ReplayLine[] {
  const lines = new Map<string, { batch: number; row: number; equal: number; total: number; differing: number[] }>();
  for (const { batch, row, equal, total, differing } of replayed) {
    const key = `${batch}/${row}`;
    const line = lines.get(key) ?? { batch, row, equal: 0, total: 0, differing: [] };
    lines.set(key, line);
    line.equal += equal;
    line.total += total;
    line.differing.push(...differing);
  }
  return [...lines.values()].map((line) => ({ ...line, differing: line.differing.sort((a, b) => a - b) }));
}

/** “768 of 768 outputs are equal to the bit at batches 1, 2, 4 and 8.” One sentence for each count. */
export function replaySentences(lines: readonly ReplayLine[]): string[] {
  const byCount = new Map<string, number[]>();
  for (const { batch, equal, total } of lines) {
    const count = `${equal} of ${total}`;
    const batches = byCount.get(count) ?? [];
    byCount.set(count, batches);
    if (!batches.includes(batch)) batches.push(batch);
  }
  return [...byCount].map(([count, batches]) => `${count} outputs are equal to the bit at ${batchesText(batches)}.`);
}
