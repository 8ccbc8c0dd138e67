import type { Dtype } from '../numerics/dtypes';
import { roundToDtype } from '../numerics/dtypes';
import type { PastedArray } from './pasted-array';

/** From so many digits on, numbers of a longer type would show it. */
const LONG = 12;
const KINDS = ['bfloat16', 'float16', 'float32'] as const satisfies readonly Dtype[];

/**
 * Fills in a type that is not written but shows: a list of long numbers that are all float32 to the last digit, as
 * `.tolist()` prints them, was one; of long numbers that are not, was float64.
 */
export function guessedDtype(array: PastedArray): PastedArray {
  if (array.dtype !== null) return array;
  const finite = array.values.filter(Number.isFinite);
  const long = finite.filter((value) => digitsOf(value) >= LONG);
  if (long.length === 0) return array;
  const dtype = KINDS.find((kind) => finite.every((value) => roundToDtype(kind, value) === value));
  return { ...array, dtype: dtype ?? 'float64' };
}

function digitsOf(value: number): number {
  return value.toExponential().replace(/^-|\.|e.*$/g, '').length;
}
