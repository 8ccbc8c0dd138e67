import { bitsOf } from '../numerics/float32';

/** What the last bits of some float32 results betray. */
export interface ValueGrain {
  /** The largest power of two that all of them are multiples of. */
  readonly grain: number;
  /**
   * Last bits of a significand that are 0, on average, beyond the one that chance makes: a last addition whose operands are so
   * many bits larger than the result leaves them. (Coarse inputs, such as whole numbers, do the same.)
   */
  readonly zeroBits: number;
  /** Where `zeroBits` is far above chance: partial sums, or products, were about that many times larger than the results; else 1. */
  readonly cancellation: number;
  /** The least format in which all of them are numbers; null where float32 is. */
  readonly short: 'bfloat16' | 'float16' | 'tf32' | null;
}

/** Fewer numbers say too little. */
const ENOUGH = 8;
/** Ordinary sums, whose last operands are now and then larger than the result, stay below that and three deviations. */
const NOTABLE = 0.75;

/** The last bits of float32 values; null of none but zeros and what is not finite. Zeros say nothing. */
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
  // By chance the zeros of one value have mean 1 and variance 2.
  const isMore = zeroBits > NOTABLE + 3 * Math.sqrt(2 / count);
  // A few round numbers, such as 0.5, do not make all of them coarse: two zeros have a chance of a quarter.
  const isNotable = count >= ENOUGH && isMore && many > count / 4 + 1.5 * Math.sqrt((3 * count) / 16);
  const short = count < ENOUGH ? null : fewest >= 16 ? 'bfloat16' : fewest >= 13 ? (isHalf ? 'float16' : 'tf32') : null;
  return { grain: 2 ** least, zeroBits, cancellation: isNotable ? 2 ** zeroBits : 1, short };
}
