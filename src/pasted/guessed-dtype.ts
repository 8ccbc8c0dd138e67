import type { Dtype } from '../numerics/dtypes';
import { roundToDtype } from '../numerics/dtypes';
import type { PastedArray } from './pasted-array';

/** With at least this many digits, a number of a longer type would show. */
const LONG = 12;
/** A 16-bit number needs five digits; one with this many that still fits the type was written out in full. */
export const LONG_FOR_SHORT = 8;
/** The chance that this many printed float16 numbers are all bfloat16 is one in 8³. */
const ENOUGH = 3;

/**
 * Infers a type that is not stated: long numbers that are all float32 to the last digit, as `.tolist()` prints them, are
 * float32; long numbers that are not are float64. If there are few numbers and several types fit, none is filled in.
 */
export function guessedDtype(array: PastedArray): PastedArray {
  if (array.dtype !== null) return array;
  const finite = array.values.filter(Number.isFinite);
  const fits = (dtype: Dtype): boolean => finite.every((value) => roundToDtype(dtype, value) === value);
  let [isLong, writtenOut] = [false, 0];
  for (const value of finite) {
    const digits = digitCount(value);
    isLong ||= digits >= LONG;
    if (digits >= LONG_FOR_SHORT) writtenOut += 1;
  }
  if (writtenOut >= ENOUGH && fits('bfloat16')) return { ...array, dtype: 'bfloat16' };
  if (writtenOut > 0 && fits('float16')) return writtenOut >= ENOUGH || !fits('bfloat16') ? { ...array, dtype: 'float16' } : array;
  if (!isLong || (fits('bfloat16') && finite.length < ENOUGH)) return array;
  return { ...array, dtype: fits('bfloat16') ? 'bfloat16' : fits('float32') ? 'float32' : 'float64' };
}

/** Significant digits of the shortest decimal that round-trips. */
function digitCount(value: number): number {
  return value.toExponential().replace(/^-|\.|e.*$/g, '').length;
}
