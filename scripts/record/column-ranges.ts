import type { ColumnRange } from '../../src/linear/sum-method';

/** Ascending outputs as inclusive ranges: 0, 1, 2, 5 is [0, 2], [5, 5]. */
export function columnRanges(outputs: readonly number[]): ColumnRange[] {
  const ranges: [number, number][] = [];
  for (const output of outputs) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === output - 1) last[1] = output;
    else ranges.push([output, output]);
  }
  return ranges;
}
