import { bitsOf, fromBits } from './float32';

const words = new Uint32Array(2);
const double = new Float64Array(words.buffer);
double[0] = 1;
const HIGH = words[0] === 0 ? 1 : 0;
const LOW = 1 - HIGH;

/** Reduced-precision formats to which inputs are rounded before they are multiplied. */
export type ShortFormat = 'bfloat16' | 'float16' | 'tf32';

/** The 8-bit formats of the Open Compute Project: a sign, then 4 or 5 exponent bits, then 3 or 2 fraction bits. */
export type Float8Format = 'float8_e4m3' | 'float8_e5m2';

/** The formats of the factors that tensor cores multiply. */
export type FactorFormat = ShortFormat | Float8Format;

/** The exponent of a format's smallest normal number, which its subnormals share. */
export const LEAST_EXPONENTS: Readonly<Record<FactorFormat, number>> = { bfloat16: -126, float16: -14, tf32: -126, float8_e4m3: -6, float8_e5m2: -14 };

/** The largest finite number of each 8-bit format. */
const MAX_FLOAT8: Readonly<Record<Float8Format, number>> = { float8_e4m3: 448, float8_e5m2: 57344 };

/**
 * x rounded to bfloat16 (8 significand bits, exponents of float32), as PyTorch's `.bfloat16()` does.
 * Nearest, ties to even; subnormals down to 2⁻¹³³; infinite from (2 − 2⁻⁸)·2¹²⁷ on; ±0, ±∞ and NaN unchanged.
 * x may be any double and is rounded once.
 */
export function roundToBfloat16(x: number): number {
  return roundToBits(x, 8, -126, 127);
}

/**
 * x rounded to IEEE binary16 (11 significand bits), as `numpy.float16(x)` does. Nearest, ties to even; subnormals
 * down to 2⁻²⁴; infinite from 65520 on; ±0, ±∞ and NaN unchanged. x may be any double and is rounded once.
 */
export function roundToFloat16(x: number): number {
  return roundToBits(x, 11, -14, 15);
}

/**
 * x rounded to TF32 (11 significand bits, exponents of float32). Nearest, ties to even, as in IEEE 754 (PTX
 * `cvt.rna.tf32` rounds ties away from zero); subnormals down to 2⁻¹³⁶; infinite from (2 − 2⁻¹¹)·2¹²⁷ on; ±0, ±∞ and
 * NaN unchanged. x may be any double and is rounded once.
 */
export function roundToTf32(x: number): number {
  return roundToBits(x, 11, -126, 127);
}

/**
 * x as a tensor core reads a float32 where it wants TF32: the low 13 bits count for nothing, so x is cut toward zero to
 * 11 significand bits. x is a float32; ±0, ±∞ and NaN unchanged; subnormals below 2⁻¹³⁶ give ±0.
 */
export function cutToTf32(x: number): number {
  return Number.isNaN(x) ? x : fromBits(bitsOf(x) & 0xffffe000);
}

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
  const most = MAX_FLOAT8[format];
  const rounded = format === 'float8_e4m3' ? roundToBits(x, 4, -6, 8) : roundToBits(x, 3, -14, 15);
  if (!(Math.abs(rounded) > most)) return rounded;
  if (saturating) return Math.sign(x) * most;
  return format === 'float8_e4m3' ? NaN : rounded;
}

export function roundTo(format: FactorFormat, x: number): number {
  switch (format) {
    case 'bfloat16':
      return roundToBfloat16(x);
    case 'float16':
      return roundToFloat16(x);
    case 'tf32':
      return roundToTf32(x);
    case 'float8_e4m3':
    case 'float8_e5m2':
      return roundToFloat8(format, x);
  }
}

/**
 * Rounds to `precision` significand bits with normal exponents `least` … `most`. The spacing q of the format at x is a
 * power of two, so x/q is exact; adding and subtracting 1.5·2⁵² makes the double addition itself round that to an
 * integer, nearest, ties to even (|x/q| ≤ 2¹¹ leaves room).
 */
function roundToBits(x: number, precision: number, least: number, most: number): number {
  double[0] = x;
  const exponent = (((words[HIGH] ?? 0) >>> 20) & 0x7ff) - 1023;
  // Infinity, NaN, and magnitudes beyond the format's range.
  if (exponent > most) return Number.isNaN(x) ? NaN : x > 0 ? Infinity : -Infinity;
  words[LOW] = 0;
  words[HIGH] = (Math.max(exponent, least) - precision + 1 + 1023) << 20;
  const q = double[0];
  const rounded = (x / q + 1.5 * 2 ** 52 - 1.5 * 2 ** 52) * q;
  if (rounded === 0) return x * 0;
  if (Math.abs(rounded) < 2 ** (most + 1)) return rounded;
  return x > 0 ? Infinity : -Infinity;
}
