import { compensatedPair, exactPair, type DotPair } from './dot-pair';
import { ExactSum } from './exact-sum';
import { roundPairToFloat32 } from './float32';

/**
 * The double nearest to start + Σ x[xOffset + k]·w[wOffset + k], k = 0 … n − 1: correctly rounded (nearest,
 * ties to even) for any float32 data, whatever the cancellation. `start` is the bias (a float32), or 0.
 *
 * Method: a product of two float32 is exact in a double: 24 + 24 significand bits fit in 53, and its magnitude, zero
 * or from 2⁻²⁹⁸ to below 2²⁵⁶, is far from a double's underflow and overflow. That leaves a sum of doubles. The first
 * pass is Dot2 (Ogita, Rump and Oishi, "Accurate sum and dot product", SIAM J. Sci. Comput. 26(6), 2005) with a running
 * error bound; if every value within the bound rounds alike, that is the answer. Otherwise (a tie, or a condition number
 * from about 10¹¹ at n = 768) a second pass gives two doubles that usually are the exact sum; if they are not, the
 * expansion of `ExactSum` decides. Measured at 2 to 2.5 ns per product, about 50 with the expansion.
 *
 * Edge cases: n = 0 gives start; a zero sum is +0 whatever the signs of its terms (even for start = −0 alone); finite
 * data neither overflow nor underflow a double (a negative sum below 2⁻¹⁵⁰ is −0 as float32); a NaN, ∞·0 or ∞ − ∞
 * gives NaN, other infinities propagate as in IEEE addition. n is at most 2³⁰.
 */
export function exactDot(
  x: Float32Array,
  xOffset: number,
  w: Float32Array,
  wOffset: number,
  n: number,
  start: number,
): number {
  const { high, radius } = widened(compensatedPair(x, xOffset, w, wOffset, n, start));
  if (high + radius === high && high - radius === high) return high;
  const exact = exactPair(x, xOffset, w, wOffset, n, start);
  if (exact.radius === 0) return exact.high;
  return expansion(x, xOffset, w, wOffset, n, start).roundedToDouble();
}

/** `exactDot`, rounded once to float32 instead: not the same as `fround(exactDot(…))`, which rounds twice. */
export function exactDotFloat32(
  x: Float32Array,
  xOffset: number,
  w: Float32Array,
  wOffset: number,
  n: number,
  start: number,
): number {
  const { high, radius } = widened(compensatedPair(x, xOffset, w, wOffset, n, start));
  const below = high - radius;
  const above = high + radius;
  const nearest = Math.fround(above);
  // Object.is: a sum known only to be near zero may still underflow to −0. isNaN: infinite data get here too.
  const certain = Object.is(Math.fround(below), nearest) && !Number.isNaN(nearest);
  if (certain && !isMidpoint(below, nearest) && !isMidpoint(above, nearest)) return nearest;
  const exact = exactPair(x, xOffset, w, wOffset, n, start);
  if (exact.radius === 0) return roundPairToFloat32(exact.high, exact.low);
  return expansion(x, xOffset, w, wOffset, n, start).roundedToFloat32();
}

/**
 * |start| + Σ |x[k]·w[k]| in plain double arithmetic: at most n roundings on the way, so a relative error of at most
 * n·2⁻⁵³, never below zero. It only scales errors, so that is ample. n = 0 gives |start|.
 */
export function absDot(
  x: Float32Array,
  xOffset: number,
  w: Float32Array,
  wOffset: number,
  n: number,
  start: number,
): number {
  let sum = Math.abs(start);
  for (let k = 0, j = wOffset; k < n; k++, j++) sum += Math.abs((x[xOffset + k] ?? NaN) * (w[j] ?? NaN));
  return sum;
}

/**
 * The pair with its radius measured from high alone, hence |low| wider; the factor 1 + 2⁻⁵¹ covers the roundings of that
 * line.
 */
function widened(pair: DotPair): DotPair {
  pair.radius += Math.abs(pair.low) * (1 + 2 ** -51);
  return pair;
}

function expansion(
  x: Float32Array,
  xOffset: number,
  w: Float32Array,
  wOffset: number,
  n: number,
  start: number,
): ExactSum {
  const sum = new ExactSum();
  sum.add(start);
  for (let k = 0, j = wOffset; k < n; k++, j++) sum.add((x[xOffset + k] ?? NaN) * (w[j] ?? NaN));
  return sum;
}

/** Whether the double lies halfway between `nearest`, its float32, and the next one. Infinities count as halfway. */
function isMidpoint(double: number, nearest: number): boolean {
  const mirrored = double + (double - nearest);
  return double !== nearest && Math.fround(mirrored) === mirrored;
}
