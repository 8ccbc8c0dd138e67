import { bitsOf } from './float32';
import type { FactorFormat, Float8Format } from './formats';
import { roundTo, roundToBits } from './formats';

/** Fraction bits and exponent bias. */
const LAYOUTS: Readonly<Record<Float8Format, { readonly fraction: number; readonly bias: number }>> = {
  float8_e4m3: { fraction: 3, bias: 7 },
  float8_e5m2: { fraction: 2, bias: 15 },
};

/** Codes without their sign bit: the first that is no finite number, and the NaN that rounding gives. */
const BEYOND: Readonly<Record<Float8Format, number>> = { float8_e4m3: 0x7f, float8_e5m2: 0x7c };
const NAN_CODE = 0x7f;

/** The largest finite number of each format. */
const MOST: Readonly<Record<Float8Format, number>> = { float8_e4m3: 448, float8_e5m2: 57344 };

/**
 * x rounded to an 8-bit format of the OCP 8-bit Floating Point Specification (OFP8, 2023; Micikevicius et al.,
 * arXiv 2209.05433). Nearest, ties to even; ±0 and NaN unchanged. x may be any double and is rounded once.
 *
 * | format | significand bits | least normal | subnormals down to | largest |
 * | --- | --- | --- | --- | --- |
 * | e4m3 | 4 | 2⁻⁶ | 2⁻⁹ | 448; no infinities: S.1111.111 is NaN, S.1111.110 is ±448 |
 * | e5m2 | 3 | 2⁻¹⁴ | 2⁻¹⁶ | 57344; infinities and NaN as in IEEE 754 |
 *
 * What is too large for e4m3 (above 464, the midpoint of 448 and the missing 480; the tie goes to 448) gives NaN, for
 * e5m2 (61440 and above) ±∞: the specification's non-saturating conversion, as PyTorch's `.to(torch.float8_e4m3fn)`
 * does it (c10/util/Float8_e4m3fn.h).
 *
 * @param saturating whether finite numbers and infinities that are too large give the largest finite number instead, the
 *   specification's other conversion, as PTX `cvt.rn.satfinite.e4m3x2.f32` does it
 */
export function roundToFloat8(format: Float8Format, x: number, saturating = false): number {
  const most = MOST[format];
  const rounded = format === 'float8_e4m3' ? roundToBits(x, 4, -6, 8) : roundToBits(x, 3, -14, 15);
  if (!(Math.abs(rounded) > most)) return rounded;
  if (saturating) return Math.sign(x) * most;
  return format === 'float8_e4m3' ? NaN : rounded;
}

/** x rounded to any format of a tensor core's factors; see `roundTo` and `roundToFloat8`. */
export function roundToFactor(format: FactorFormat, x: number): number {
  return format === 'float8_e4m3' || format === 'float8_e5m2' ? roundToFloat8(format, x) : roundTo(format, x);
}

/**
 * The number that an 8-bit code stands for: sign, exponent, fraction, from the highest bit down (OFP8; see `roundToFloat8`).
 * A NaN loses its sign and payload.
 *
 * @param code 0 to 255
 */
export function fromFloat8(format: Float8Format, code: number): number {
  const { fraction, bias } = LAYOUTS[format];
  const size = code & 0x7f;
  const sign = code >= 0x80 ? -1 : 1;
  if (size >= BEYOND[format]) return size === 0x7c ? sign * Infinity : NaN;
  const exponent = size >> fraction;
  const digits = size & ((1 << fraction) - 1);
  const significand = exponent === 0 ? digits : digits | (1 << fraction);
  return sign * significand * 2 ** (Math.max(exponent, 1) - bias - fraction);
}

/**
 * The 8-bit code of a number of the format, 0 to 255; the inverse of `fromFloat8`. Every NaN gives 0x7f.
 *
 * @param x a number of the format, as `roundToFloat8` gives it
 */
export function float8Of(format: Float8Format, x: number): number {
  if (Number.isNaN(x)) return NAN_CODE;
  const { fraction, bias } = LAYOUTS[format];
  const sign = x < 0 || Object.is(x, -0) ? 0x80 : 0;
  const size = Math.abs(x);
  if (size === Infinity) return sign | BEYOND[format];
  const exponent = Math.max((bitsOf(size) >>> 23) - 127, 1 - bias);
  // The biased exponent is 1 for subnormals as well, whose significand lacks the leading bit that would make it so.
  return sign | (((exponent + bias - 1) << fraction) + size * 2 ** (fraction - exponent));
}
