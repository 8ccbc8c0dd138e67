import { ordinal } from './float32';

declare const ulpBrand: unique symbol;

/** A count of float32 (or, from `ulpDistance64`, float64) steps; branded so that it is not taken for a difference. */
export type Ulp = number & { readonly [ulpBrand]: true };

const words = new Uint32Array(2);
const double = new Float64Array(words.buffer);
// Typed arrays use the machine's byte order.
double[0] = 1;
const LOW = words[0] === 0 ? 0 : 1;
const HIGH = 1 - LOW;

/**
 * b − a counted in float32 steps, across zero: `ulpDistance(a, nextUp(a))` is 1. Both arguments are float32 values.
 *
 * −0 and +0 are the same place. An infinity is one step after the largest finite value. Two NaN are 0 apart (two
 * layers that both overflowed do not differ), one NaN against a number gives NaN. At most 2³² in magnitude, so exact.
 */
export function ulpDistance(a: number, b: number): Ulp {
  if (Number.isNaN(a) && Number.isNaN(b)) return 0 as Ulp;
  return (ordinal(b) - ordinal(a)) as Ulp;
}

/**
 * b − a counted in float64 steps, with the conventions of `ulpDistance`. Exact up to 2⁵³ steps; beyond, the count
 * rounded to the nearest double (at most about 2⁶⁴).
 */
export function ulpDistance64(a: number, b: number): Ulp {
  if (Number.isNaN(a) && Number.isNaN(b)) return 0 as Ulp;
  if (Number.isNaN(a) || Number.isNaN(b)) return NaN as Ulp;
  double[0] = a;
  const highA = signed(a, (words[HIGH] ?? 0) & 0x7fffffff);
  const lowA = signed(a, words[LOW] ?? 0);
  double[0] = b;
  const highB = signed(b, (words[HIGH] ?? 0) & 0x7fffffff);
  const lowB = signed(b, words[LOW] ?? 0);
  // Both differences and the scaling are exact, so the one addition is the only rounding. `+ 0` turns −0 into 0.
  return ((highB - highA) * 2 ** 32 + (lowB - lowA) + 0) as Ulp;
}

function signed(sign: number, magnitude: number): number {
  return sign < 0 ? -magnitude : magnitude;
}
