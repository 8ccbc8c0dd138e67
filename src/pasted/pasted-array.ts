import type { Dtype } from '../numerics/dtypes';
import type { PrintedDigits } from './printed-digits';

/** Numbers that a reader brought along: pasted, dropped or chosen. */
export interface PastedArray {
  /** Row-major, each the double nearest to what is written. */
  readonly values: Float64Array;
  /** Null where the text shows no brackets, so that only the count is known. [] for a single number. */
  readonly shape: readonly number[] | null;
  /** What the text or the file says, or what its digits give away; null if nothing does. */
  readonly dtype: Dtype | null;
  readonly digits: PrintedDigits;
}

/** How much is read; beyond it, a sentence. A number read from text costs a hundred bytes on the way, one of a file eight. */
export const PASTED_LIMITS = { characters: 16 * 2 ** 20, bytes: 34 * 2 ** 20, numbers: 2 ** 22, numbersInText: 2 ** 20, depth: 16 } as const;
