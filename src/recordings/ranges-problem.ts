import type { IndexRange } from '../linear/index-ranges';

/**
 * Why some ranges are not ascending ranges of the indices 0 … count−1, in a sentence; null if they are.
 *
 * @param place where they stand in the file, such as `kernels[3].columns`
 * @param one what an index numbers: `output`, `row`
 * @param whole what has `count` of them: `the layer`, `batch 4`
 */
export function rangesProblem(place: string, ranges: readonly IndexRange[], count: number, one: string, whole: string): string | null {
  let previous = -1;
  for (const [i, [from, to]] of ranges.entries()) {
    const here = `${place}[${i}]`;
    if (to < from) return `${here} ends at ${one} ${to}, before it begins at ${from}.`;
    if (to >= count) return `${here} names ${one} ${to}, but ${whole} has ${count}, 0 to ${count - 1}.`;
    if (from <= previous) return `${here} begins at ${one} ${from}, but the ranges of a kernel go up and the one before ends at ${previous}.`;
    previous = to;
  }
  return null;
}
