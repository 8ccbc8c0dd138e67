/** Inclusive range of outputs. */
export type ColumnRange = readonly [from: number, to: number];

/** Ascending outputs as ranges: 0, 1, 2, 5 is [0, 2], [5, 5]. */
export function columnRanges(outputs: Iterable<number>): ColumnRange[] {
  const ranges: [number, number][] = [];
  for (const output of outputs) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === output - 1) last[1] = output;
    else ranges.push([output, output]);
  }
  return ranges;
}

/** The number of outputs in ranges that do not overlap. */
export function columnCount(columns: readonly ColumnRange[]): number {
  return columns.reduce((sum, [from, to]) => sum + to - from + 1, 0);
}

export function hasColumn(columns: readonly ColumnRange[], column: number): boolean {
  return columns.some(([from, to]) => from <= column && column <= to);
}
