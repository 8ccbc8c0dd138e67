import type { Dtype } from '../numerics/dtypes';
import type { PrintedDigits } from './printed-digits';

/** Numbers that a reader brought along: pasted, dropped or chosen. */
export interface PastedArray {
  /** Row-major, each the double nearest to what is written. */
  readonly values: Float64Array;
  /** Null where the text shows no brackets, so that only the count is known. [] for a single number. Of what is shown. */
  readonly shape: readonly number[] | null;
  /** What the text or the file says, or what its digits give away; null if nothing does. */
  readonly dtype: Dtype | null;
  readonly digits: PrintedDigits;
  /** Only for a printout that was shortened with “...”. */
  readonly cut?: Cut;
}

/** Where a shortened printout leaves numbers out. */
export interface Cut {
  /** For each length of `shape`, how many entries stand before the “...”; null where there is none. */
  readonly heads: readonly (number | null)[];
  /** The shape of the whole, where the text says it. */
  readonly of: readonly number[] | null;
}

/** What a place for results holds: one array, or the two that are to be compared. */
export type PastedArrays = readonly [PastedArray] | readonly [PastedArray, PastedArray];
