import type { IndexRange } from '../linear/index-ranges';

export interface ClaimedColumns {
  /** Where the ranges stand in the file, such as `kernels[3].columns`. */
  readonly place: string;
  readonly columns: readonly IndexRange[];
}

/**
 * Why some lists of ranges do not cover the outputs 0 … N−1 exactly once, in a sentence; null if they do. Ranges must
 * ascend within a list. Work is bounded by N and the number of ranges.
 *
 * @param subject what the lists belong to, such as `kernels for batch 4, row 0`
 */
export function columnProblem(lists: readonly ClaimedColumns[], outFeatures: number, subject: string): string | null {
  const claimedBy = new Array<string | undefined>(outFeatures).fill(undefined);
  let covered = 0;
  for (const { place, columns } of lists) {
    let previous = -1;
    for (const [i, [from, to]] of columns.entries()) {
      const here = `${place}[${i}]`;
      if (to < from) return `${here} ends at output ${to}, before it begins at ${from}.`;
      if (to >= outFeatures) return `${here} names output ${to}, but the layer has ${outFeatures}, 0 to ${outFeatures - 1}.`;
      if (from < previous) return `${here} begins at output ${from}, but the ranges of a kernel go up and the one before begins at ${previous}.`;
      for (let column = from; column <= to; column++) {
        const other = claimedBy[column];
        if (other !== undefined) return `${here} names output ${column}, which is already in ${other}.`;
        claimedBy[column] = here;
      }
      covered += to - from + 1;
      previous = from;
    }
  }
  if (covered === outFeatures) return null;
  const missing = claimedBy.indexOf(undefined);
  return `The ${subject} leave out output ${missing}${outFeatures - covered > 1 ? ` and ${outFeatures - covered - 1} more` : ''}.`;
}
