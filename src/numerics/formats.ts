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

export function roundTo(format: ShortFormat, x: number): number {
  switch (format) {
    case 'bfloat16':
      return roundToBfloat16(x);
    case 'float16':
      return roundToFloat16(x);
    case 'tf32':
      return roundToTf32(x);
  }
}

/**
 * Rounds to `precision` significand bits with normal exponents `least` … `most`. The spacing q of the format at x is a
 * power of two, so x/q is exact; adding and subtracting 1.5·2⁵² makes the double addition itself round that to an
 * integer, nearest, ties to even (|x/q| ≤ 2¹¹ leaves room).
 */
export function roundToBits(x: number, precision: number, least: number, most: number): number {
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
