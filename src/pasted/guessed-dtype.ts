import type { Dtype } from '../numerics/dtypes';
import { roundToDtype } from '../numerics/dtypes';
import type { PastedArray } from './pasted-array';

/** From so many digits on, a number of a longer type would show it. */
const LONG = 12;
/** A number of a 16-bit type needs five digits; one that has so many, and is still of that type, was written out in full. */
export const LONG_FOR_SHORT = 8;
/** So many numbers are bfloat16 by chance, where float16 was printed, in one case of 8³. */
const ENOUGH = 3;

/**
 * Fills in a type that is not written but shows: a list of long numbers that are all float32 to the last digit, as
 * `.tolist()` prints them, was one; of long numbers that are not, was float64. Where few numbers may be of several
 * types, none is filled in.
 */
export function guessedDtype(array: PastedArray): PastedArray {
  if (array.dtype !== null) return array;
  const finite = array.values.filter(Number.isFinite);
  const fits = (dtype: Dtype): boolean => finite.every((value) => roundToDtype(dtype, value) === value);
  const isLong = finite.some((value) => digitCount(value) >= LONG);
  const writtenOut = finite.filter((value) => digitCount(value) >= LONG_FOR_SHORT);
  if (writtenOut.length >= ENOUGH && fits('bfloat16')) return { ...array, dtype: 'bfloat16' };
  if (writtenOut.length > 0 && fits('float16')) return writtenOut.length >= ENOUGH || !fits('bfloat16') ? { ...array, dtype: 'float16' } : array;
  if (!isLong || (fits('bfloat16') && finite.length < ENOUGH)) return array;
  return { ...array, dtype: fits('bfloat16') ? 'bfloat16' : fits('float32') ? 'float32' : 'float64' };
}

/** Significant digits of the shortest text. */
function digitCount(value: number): number {
  return value.toExponential().replace(/^-|\.|e.*$/g, '').length;
}
