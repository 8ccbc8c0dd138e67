import type { DifferenceUnit } from '../../experiments/differences';

/** What a heatmap shows: signed differences, line by line. It carries all that is needed to draw it. */
export interface DifferenceMatrix {
  /** What each line is: a batch size, or a row of the batch. */
  readonly lines: readonly number[];
  readonly columns: number;
  /** `lines.length` × `columns`, line by line; NaN if not computed yet. */
  readonly values: Float64Array;
  /** Incremented when `values` is written to. */
  readonly revision: number;
  /** The largest finite |difference|. */
  readonly limit: number;
  readonly unit: DifferenceUnit;
}

/** The scale's limit if nothing differs: any positive number will do. */
const NO_LIMIT: Readonly<Record<DifferenceUnit, number>> = { absolute: 1e-7, ulp: 1, relative: 1e-7 };

export function limitOf(largest: number, unit: DifferenceUnit): number {
  return largest > 0 ? largest : NO_LIMIT[unit];
}

/** The largest finite magnitude among some differences and `soFar`. */
export function largestOf(differences: Float64Array, soFar: number): number {
  let largest = soFar;
  for (const difference of differences) {
    const size = Math.abs(difference);
    if (size > largest && size < Infinity) largest = size;
  }
  return largest;
}
