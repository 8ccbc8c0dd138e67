import { float32Text } from '../../numerics/float32-text';

/**
 * A float32 for a reader: whole numbers in full, as neighbours such as 99999992 and 100000000 have to be told apart
 * from their steps; all else in the fewest digits that mean it.
 */
export function numberText(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e16 && !Object.is(value, -0) ? String(value) : float32Text(value);
}
