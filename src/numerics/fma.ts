import { roundPairToFloat32 } from './float32';

/**
 * fl(a·b + c) for float32 a, b, c: the fused multiply-add, rounded once to float32 (nearest, ties to even).
 *
 * Method: the product of two float32 is exact in a double (24 + 24 significand bits of 53, magnitude zero or from
 * 2⁻²⁹⁸ to below 2²⁵⁶), so p + c is rounded once to a double and once to float32. That is wrong only if the double
 * is the midpoint of two float32 numbers. `sum + (sum − nearest)` mirrors the rounded value in the double: it is a
 * float32 only if the double is a midpoint or a float32 itself, so all other cases are settled. These two go
 * to `addExactly` (Boldo and Melquiond 2008; see `roundPairToFloat32`). The check costs three operations off the
 * critical path, needs no memory, and holds in the subnormal range too.
 *
 * Edge cases are those of C `fmaf`: a single rounding even for subnormal results and at the overflow threshold, signed
 * zeros as in a·b + c, ∞·0 and ∞ − ∞ give NaN. scripts/check-fmaf.ts checks them all against glibc.
 *
 * A kernel may inline the body. A single test for a strip of lanes measures faster than one per lane (if its product
 * is NaN or underflows, that only leads to the slow path, which is right for every input):
 *   p0 = a * w0, t0 = p0 + s0, f0 = fround(t0), g0 = t0 + (t0 − f0), …
 *   if (Math.abs((fround(g0) − g0) * (fround(g1) − g1) * …) > 0) s0 = f0, … else s0 = addExactly(p0, s0), …
 */
export function fmaf(a: number, b: number, c: number): number {
  const product = a * b;
  const sum = product + c;
  const nearest = Math.fround(sum);
  const mirrored = sum + (sum - nearest);
  if (Math.fround(mirrored) !== mirrored) return nearest;
  return addExactly(product, c);
}

/**
 * p + c rounded once to float32, for doubles p and c below 2¹⁰²² in magnitude: two-sum (Knuth, TAOCP 2, 4.2.2) gives
 * the double nearest to the sum and its exact error. NaN and infinities as in p + c.
 */
export function addExactly(p: number, c: number): number {
  const sum = p + c;
  const part = sum - p;
  return roundPairToFloat32(sum, p - (sum - part) + (c - part));
}
