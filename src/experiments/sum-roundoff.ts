import type { Dtype } from '../numerics/dtypes';
import { spacingAt, UNIT_ROUNDOFFS } from '../numerics/dtypes';

/** u of the sum itself: libraries accumulate short types in float32 and round the result once. */
export function sumRoundoff(dtype: Dtype): number {
  return Math.min(UNIT_ROUNDOFFS[dtype], UNIT_ROUNDOFFS.float32);
}

/** Whether the type is float16 or bfloat16, shorter than its accumulator. */
export function isShort(dtype: Dtype): boolean {
  return UNIT_ROUNDOFFS[dtype] > UNIT_ROUNDOFFS.float32;
}

/** The most that the final rounding to a short type adds to the difference of two results; 0 for other types. */
export function lastRounding(dtype: Dtype, a: number, b: number): number {
  return isShort(dtype) ? (spacingAt(dtype, a) + spacingAt(dtype, b)) / 2 : 0;
}

/** No tree of K products and a bias is higher: one rounding of a product and K additions. */
export function greatestHeight(products: number): number {
  return products + 1;
}
