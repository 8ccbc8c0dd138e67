import type { Dtype } from '../numerics/dtypes';
import type { PrintedDigits } from './printed-digits';

/** Numbers from the reader: pasted, dropped or chosen as a file. */
export interface PastedArray {
  /** Row-major, each the double nearest to the written number. */
  readonly values: Float64Array;
  /** Shape of what is shown; [] for a single number. Null if the text has no brackets, so that only the count is known. */
  readonly shape: readonly number[] | null;
  /** As stated in the text or the file, or inferred from the digits; null if unknown. */
  readonly dtype: Dtype | null;
  readonly digits: PrintedDigits;
  /** Only for a printout shortened with “...”. */
  readonly cut?: Cut;
}

/** Where a shortened printout omits numbers. */
export interface Cut {
  /** For each length of `shape`, how many entries precede the “...”; null if there is none. */
  readonly heads: readonly (number | null)[];
  /** The full shape, if the text states it. */
  readonly of: readonly number[] | null;
}

/** The contents of a field for results: one array, or the two to compare. */
export type PastedArrays = readonly [PastedArray] | readonly [PastedArray, PastedArray];
