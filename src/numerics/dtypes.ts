import type { DTYPES } from './dtype-names';
import { bitsOf, ulpOf } from './float32';
import { roundToBfloat16, roundToFloat16 } from './formats';
import type { Ulp } from './ulp';
import { ulpDistance, ulpDistance64 } from './ulp';

export type Dtype = (typeof DTYPES)[number];

/** u: half the distance from 1 to the next number, the largest relative error of one rounding in the normal range. */
export const UNIT_ROUNDOFFS: Readonly<Record<Dtype, number>> = { float16: 2 ** -11, bfloat16: 2 ** -8, float32: 2 ** -24, float64: 2 ** -53 };

/** x rounded to the type: nearest, ties to even. */
export function roundToDtype(dtype: Dtype, x: number): number {
  switch (dtype) {
    case 'float16':
      return roundToFloat16(x);
    case 'bfloat16':
      return roundToBfloat16(x);
    case 'float32':
      return Math.fround(x);
    case 'float64':
      return x;
  }
}

/** Spacing of the type's numbers at |x|, at least its smallest subnormal. Infinite for infinities, NaN for NaN. */
export function spacingAt(dtype: Dtype, x: number): number {
  switch (dtype) {
    case 'float16':
      // In the range of float16, float32 has 13 more significand bits; its exponents go lower.
      return Math.max(ulpOf(x) * 2 ** 13, 2 ** -24);
    case 'bfloat16':
      return Math.max(ulpOf(x) * 2 ** 16, 2 ** -133);
    case 'float32':
      return ulpOf(x);
    case 'float64':
      return spacing64(Math.abs(x));
  }
}

function spacing64(size: number): number {
  if (!Number.isFinite(size)) return size;
  // Math.log2 may round across an integer, so the power of two can be off by one step, which the next line corrects.
  const power = size < 2 ** -1022 ? 2 ** -1022 : 2 ** Math.floor(Math.log2(size));
  const exponent = power > size ? power / 2 : size >= 2 * power ? 2 * power : power;
  return Math.max(exponent * 2 ** -52, 2 ** -1074);
}

/**
 * b − a counted in steps of the type; both are numbers of it. Zeros, infinities and NaN count as in `ulpDistance`: an
 * infinity is one step beyond the type's largest finite value.
 */
export function stepsBetween(dtype: Dtype, a: number, b: number): Ulp {
  switch (dtype) {
    case 'float16':
      return Number.isNaN(a) && Number.isNaN(b) ? (0 as Ulp) : ((place16(b) - place16(a)) as Ulp);
    case 'bfloat16':
      // A bfloat16 is a float32 whose lower 16 bits are zero.
      return (ulpDistance(a, b) / 2 ** 16) as Ulp;
    case 'float32':
      return ulpDistance(a, b);
    case 'float64':
      return ulpDistance64(a, b);
  }
}

/** The bits of a number of the type, as an unsigned integer of 16 or 32 bits. A NaN may give any NaN’s. */
export function dtypeBits(dtype: Exclude<Dtype, 'float64'>, x: number): number {
  if (dtype === 'float32') return bitsOf(x);
  if (dtype === 'bfloat16') return bitsOf(x) >>> 16;
  if (Number.isNaN(x)) return 0x7e00;
  return place16(Math.abs(x)) + (x < 0 || Object.is(x, -0) ? 2 ** 15 : 0);
}

/** The ordinal of a float16: neighbours differ by 1, both zeros are 0. */
function place16(x: number): number {
  const size = Math.min(Math.abs(x), 2 ** 16);
  const q = spacingAt('float16', size);
  // Each binade above the subnormals holds 2¹⁰ numbers.
  const place = size / q + (q > 2 ** -24 ? 2 ** 10 * (Math.log2(q) + 24) : 0);
  return x < 0 ? -place : place;
}
