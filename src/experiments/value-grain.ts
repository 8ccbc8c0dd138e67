import { bitsOf } from '../numerics/float32';

/** What the last bits of some float32 results reveal. */
export interface ValueGrain {
  /** The largest power of two that divides all of them. */
  readonly grain: number;
  /**
   * Average number of trailing zero bits in a significand beyond the one expected by chance. A last addition leaves them if
   * its operands are that many bits larger than the result. (Coarse inputs, such as whole numbers, do the same.)
   */
  readonly zeroBits: number;
  /** If `zeroBits` is far above chance, about how many times larger than the results the partial sums or products were; else 1. */
  readonly cancellation: number;
  /** The shortest format that represents all of them; null for float32. */
  readonly short: 'bfloat16' | 'float16' | 'tf32' | null;
}

/** Fewer numbers than this say too little. */
const ENOUGH = 8;
/** Ordinary sums, whose last operands are sometimes larger than the result, stay below this plus three standard deviations. */
const NOTABLE = 0.75;

/** The grain of float32 values; null if all are zeros or not finite. Zeros say nothing. */
export function grainOf(values: ArrayLike<number>): ValueGrain | null {
  let [least, fewest, count, zeros, many] = [Infinity, Infinity, 0, 0, 0];
  let isHalf = true;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value === 0 || !Number.isFinite(value)) continue;
    const bits = bitsOf(value);
    const exponent = (bits >>> 23) & 0xff;
    const significand = exponent === 0 ? bits & 0x7fffff : (bits & 0x7fffff) | 0x800000;
    const trailing = 31 - Math.clz32(significand & -significand);
    least = Math.min(least, Math.max(exponent, 1) - 150 + trailing);
    fewest = Math.min(fewest, trailing);
    // float16: from 2⁻²⁴ to below 2¹⁶.
    isHalf &&= exponent < 127 + 16 && Math.max(exponent, 1) - 150 + trailing >= -24;
    zeros += trailing;
    many += trailing >= 2 ? 1 : 0;
    count += 1;
  }
  if (count === 0) return null;
  const zeroBits = Math.max(0, zeros / count - 1);
  // By chance, one value's trailing zeros have mean 1 and variance 2.
  const isMore = zeroBits > NOTABLE + 3 * Math.sqrt(2 / count);
  // A few round numbers, such as 0.5, don't make all of them coarse: two trailing zeros have a probability of a quarter.
  const isNotable = count >= ENOUGH && isMore && many > count / 4 + 1.5 * Math.sqrt((3 * count) / 16);
  const short = count < ENOUGH ? null : fewest >= 16 ? 'bfloat16' : fewest >= 13 ? (isHalf ? 'float16' : 'tf32') : null;
  return { grain: 2 ** least, zeroBits, cancellation: isNotable ? 2 ** zeroBits : 1, short };
}
