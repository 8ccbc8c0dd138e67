/** Inclusive range of rows, or of outputs. */
export type IndexRange = readonly [from: number, to: number];

/** Ascending indices as ranges: 0, 1, 2, 5 is [0, 2], [5, 5]. */
export function indexRanges(indices: Iterable<number>): IndexRange[] {
  const ranges: [number, number][] = [];
  for (const index of indices) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === index - 1) last[1] = index;
    else ranges.push([index, index]);
  }
  return ranges;
}

/** The number of indices in ranges that do not overlap. */
export function indexCount(ranges: readonly IndexRange[]): number {
  return ranges.reduce((sum, [from, to]) => sum + to - from + 1, 0);
}

export function hasIndex(ranges: readonly IndexRange[], index: number): boolean {
  return ranges.some(([from, to]) => from <= index && index <= to);
}

/** The indices of ascending ranges, one after the other. */
export function* indicesOf(ranges: readonly IndexRange[]): Generator<number, void> {
  for (const [from, to] of ranges) for (let index = from; index <= to; index++) yield index;
}
