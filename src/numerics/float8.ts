import { bitsOf } from './float32';
import type { Float8Format } from './formats';

/** Fraction bits and exponent bias. */
const LAYOUTS: Readonly<Record<Float8Format, { readonly fraction: number; readonly bias: number }>> = {
  float8_e4m3: { fraction: 3, bias: 7 },
  float8_e5m2: { fraction: 2, bias: 15 },
};

/** Codes without their sign bit: the first that is no finite number, and the NaN that rounding gives. */
const BEYOND: Readonly<Record<Float8Format, number>> = { float8_e4m3: 0x7f, float8_e5m2: 0x7c };
const NAN_CODE = 0x7f;

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
