const word = new Uint32Array(1);
const value = new Float32Array(word.buffer);

const SIGN = 0x80000000;
const INFINITY_BITS = 0x7f800000;

/** u: the largest relative error of one float32 rounding in the normal range, 2⁻²⁴. */
export const UNIT_ROUNDOFF = 2 ** -24;

/** The largest finite float32, (2 − 2⁻²³)·2¹²⁷. */
export const MAX_FLOAT32 = (2 - 2 ** -23) * 2 ** 127;

/** The IEEE 754 binary32 pattern of `fround(x)` as an unsigned integer. Any NaN may give any NaN pattern. */
export function bitsOf(x: number): number {
  value[0] = x;
  return word[0] ?? 0;
}

/** The float32 with this pattern (taken modulo 2³²). JavaScript does not promise to keep the payload of a NaN. */
export function fromBits(bits: number): number {
  word[0] = bits;
  return value[0] ?? 0;
}

/** Whether x is a float32 value: −0, infinities and NaN are. */
export function isFloat32(x: number): boolean {
  return Object.is(Math.fround(x), x);
}

/**
 * The place of a float32 on the number line, as a signed integer: neighbours differ by 1, −0 and +0 are both 0,
 * ±Infinity is the step after the largest finite value, NaN gives NaN.
 */
export function ordinal(x: number): number {
  if (Number.isNaN(x)) return NaN;
  const bits = bitsOf(x);
  return bits < SIGN ? bits : SIGN - bits;
}

/**
 * The least float32 above the float32 x (IEEE 754 nextUp): Infinity stays, the largest finite value gives Infinity,
 * both zeros give 2⁻¹⁴⁹, −2⁻¹⁴⁹ gives −0, NaN gives NaN.
 */
export function nextUp(x: number): number {
  if (Number.isNaN(x) || x === Infinity) return x;
  if (x === 0) return 2 ** -149;
  const bits = bitsOf(x);
  return fromBits(x > 0 ? bits + 1 : bits - 1);
}

/** The greatest float32 below the float32 x; the mirror image of `nextUp`. */
export function nextDown(x: number): number {
  return -nextUp(-x);
}

/**
 * Spacing of the float32 numbers at |x|: the weight of the last significand bit, 2⁻¹⁴⁹ for zero and subnormals.
 * At a power of two it is the spacing above, away from zero. Infinities give Infinity, NaN gives NaN.
 */
export function ulpOf(x: number): number {
  if (Number.isNaN(x)) return NaN;
  const magnitude = bitsOf(x) & 0x7fffffff;
  if (magnitude >= INFINITY_BITS) return Infinity;
  return 2 ** (Math.max(magnitude >>> 23, 1) - 150);
}

/**
 * high + low rounded once to float32 (nearest, ties to even), where high is that sum rounded to a double.
 *
 * Method: rounding to a double first and to float32 second goes wrong only where the double is the midpoint of
 * two neighbouring float32 numbers and low is not zero, because rounding is monotone and each midpoint is a double.
 * The exact sum then lies on low's side of the midpoint, so the neighbour on that side is the answer. This is equivalent
 * to rounding to odd (Boldo and Melquiond, "Emulation of FMA and correctly rounded sums: proved algorithms using
 * rounding to odd", IEEE Trans. Computers 57(4), 2008), without touching bits. Only the sign of low matters.
 *
 * Edge cases: subnormal results and signed zeros are right, as their midpoints are doubles too; the midpoint between
 * the largest float32 and 2¹²⁸ decides overflow; NaN and infinite `high` come back as they are.
 */
export function roundPairToFloat32(high: number, low: number): number {
  const nearest = Math.fround(high);
  if (nearest === high || low === 0) return nearest;
  if (Math.abs(nearest) === Infinity) {
    const outward = high > 0 === low > 0;
    return Math.abs(high) === MAX_FLOAT32 + 2 ** 103 && !outward ? Math.sign(high) * MAX_FLOAT32 : nearest;
  }
  // Exact: `other` mirrors `nearest` at `high`, and is a float32 only if high is a midpoint.
  const other = high + (high - nearest);
  if (Math.fround(other) !== other) return nearest;
  return other > nearest === low > 0 ? other : nearest;
}
