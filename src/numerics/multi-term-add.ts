import type { Adder } from './adders';
import { LEAST_EXPONENTS } from './adders';
import { bitsOf, fromBits } from './float32';
import type { FactorFormat } from './formats';
import { roundToFloat16 } from './formats';

/** What a tensor core returns for NaN in float32, whose payload JavaScript does not keep. */
const NAN_BITS = 0x7fffffff;

/** Below every exponent of a term. */
const NONE = -1000;

/** 2^(i − 512), which is faster to look up than to compute. */
const POWERS = Float64Array.from({ length: 1024 }, (_, i) => 2 ** (i - 512));

const words = new Uint32Array(2);
const double = new Float64Array(words.buffer);
double[0] = 1;
const HIGH = words[0] === 0 ? 1 : 0;

/** The products of one step, kept between its two passes. */
let products = new Float64Array(32);

/**
 * c + Σ a[i]·b[i], i = from … to − 1, in one step of a tensor core:
 *
 * 1. A product is exact: the product of the two significands, in [1, 4), with the sum of the two exponents; it is *not*
 *    normalised first. The significand of a subnormal is below 1, and its exponent is the format's least.
 * 2. c has its own significand and exponent. A zero, product or c, has no exponent and no say in step 3.
 * 3. E is the largest exponent of a term.
 * 4. Every term is cut toward zero to a multiple of 2^(E − F).
 * 5. What is left is added exactly.
 * 6. The sum is normalised and cut toward zero to float32, subnormals kept; a float16 accumulator is rounded to nearest, ties
 *    to even.
 *
 * So the sum does not depend on the order of its products, and c is one term among them (but see `Adder.joins`). Products are
 * exact in doubles (22 significand bits at most). After step 4 a term is less than 2^(F + 2) units of 2^(E − F), so up to
 * 2^(51 − F) terms add up exactly.
 *
 * **Error bound.** Say m terms are not zero, and s is the sum of step 5. Step 4 takes less than 2^(E − F) from each term, and
 * step 6 less than 2⁻²³·|s| (2⁻¹³·|s| if the result keeps 13 bits; rounding to float16 at most 2⁻¹¹·|s|), or less than the
 * spacing of the subnormals if s is that small:
 *
 *   |d − (c + Σ a·b)| < m·2^(E − F) + 2⁻²³·|s|
 *
 * The cuts only make terms smaller, so |s| ≤ T = |c| + Σ|a·b|; and unless a factor or c is subnormal, the term with
 * exponent E is at least 2^E itself, so 2^E ≤ T. This gives `stepRoundoff`: an error below (m·2^−F + 2⁻²³)·T. Where c joins
 * afterwards, it is not among the m terms, and the ordinary addition loses up to 2⁻²⁴·|d| more.
 *
 * Edge cases: NaN and infinities as exact arithmetic has them (∞·0 and ∞ − ∞ are NaN); a sum from 2¹²⁸ on is infinite, below it
 * is cut to the largest float32; a sum of zero is +0, one that only its last cut makes zero keeps its sign. TF32 factors may
 * be any float32 and are cut themselves (`cutToTf32`). The edge cases are as MMA-Sim has them; no published outputs test them.
 *
 * Sources: Xie et al., arXiv 2511.10909 (2025); Khattak and Mikaitis, arXiv 2512.07004 (2025); first seen by Fasi, Higham,
 * Mikaitis and Pranesh, "Numerical behavior of NVIDIA tensor cores", PeerJ Computer Science 7 (2021).
 *
 * @param format of a and b, which must be numbers of it
 * @param c a number of the accumulator's format
 * @returns d, a number of the accumulator's format
 */
export function multiTermAdd(adder: Adder, format: FactorFormat, a: ArrayLike<number>, b: ArrayLike<number>, c: number, from = 0, to = a.length): number {
  const least = LEAST_EXPONENTS[format];
  const isTerm = adder.joins === 'as a term';
  const cut = format === 'tf32';
  if (products.length < to - from) products = new Float64Array(to - from);
  let largest = isTerm && c !== 0 ? exponentOf(c, adder.accumulator === 'float16' ? LEAST_EXPONENTS.float16 : -126) : NONE;
  // Finite terms do not overflow a double; so this tells whether all are finite, and otherwise is what exact arithmetic gives.
  let ordinary = c;
  for (let i = from; i < to; i++) {
    const x = cut ? cutToTf32(a[i]!) : a[i]!;
    const y = cut ? cutToTf32(b[i]!) : b[i]!;
    const product = x * y;
    products[i - from] = product;
    ordinary += product;
    if (product !== 0) largest = Math.max(largest, exponentOf(x, least) + exponentOf(y, least));
  }
  if (!Number.isFinite(ordinary)) return ordinary;
  if (largest === NONE) return isTerm ? 0 : Math.fround(0 + c);
  const unit = powerOfTwo(largest - adder.fractionBits);
  const inverse = powerOfTwo(adder.fractionBits - largest);
  let sum = isTerm ? Math.trunc(c * inverse) : 0;
  for (let i = 0; i < to - from; i++) sum += Math.trunc(products[i]! * inverse);
  // Without the addition, a sum of terms that were all cut to −0 would be −0.
  const exact = (sum + 0) * unit;
  if (adder.accumulator === 'float16') return roundToFloat16(exact);
  const d = cutTowardZero(exact, adder.resultBits);
  return isTerm ? d : Math.fround(d + c);
}

/**
 * x as a tensor core reads a float32 where it wants TF32: the low 13 bits count for nothing, so x is cut toward zero to
 * 11 significand bits. x is a float32; ±0, ±∞ and NaN unchanged; subnormals below 2⁻¹³⁶ give ±0.
 */
export function cutToTf32(x: number): number {
  return Number.isNaN(x) ? x : fromBits(bitsOf(x) & 0xffffe000);
}

/**
 * Σ a[k]·b[k] + c as a tensor core adds up more products than one step takes: in groups of n, one after the other, each with
 * the accumulator that the one before it left.
 *
 * @throws RangeError if the adder does not take factors of this format
 */
export function dotInGroups(adder: Adder, format: FactorFormat, a: ArrayLike<number>, b: ArrayLike<number>, c: number): number {
  const size = adder.groupSizes[format];
  if (size === undefined) throw new RangeError(`${adder.gpus}: no factors in ${format}`);
  let d = c;
  for (let from = 0; from < a.length; from += size) d = multiTermAdd(adder, format, a, b, d, from, Math.min(from + size, a.length));
  return d;
}

/**
 * The most that one step loses, relative to T = |c| + Σ|a·b|, if neither c, nor a factor, nor the result is subnormal: see the
 * error bound of `multiTermAdd`.
 *
 * @param count the products of the step
 */
export function stepRoundoff(adder: Adder, count: number): number {
  const isTerm = adder.joins === 'as a term';
  const last = adder.accumulator === 'float16' ? 2 ** -11 : 2 ** -adder.resultBits;
  return (count + (isTerm ? 1 : 0)) * 2 ** -adder.fractionBits + last + (isTerm ? 0 : 2 ** -24);
}

/**
 * The most that one step loses besides, where c or its result is subnormal. A subnormal c has the least exponent e of its format,
 * and the terms are cut to multiples of 2^(e − F); a subnormal result loses up to a step of the subnormals, half of one if it
 * is rounded.
 *
 * @param count the products of the step
 */
export function stepUnderflow({ accumulator, resultBits, fractionBits }: Adder, count: number): number {
  const [least, last] = accumulator === 'float16' ? [-14, 2 ** -25] : [-126, 2 ** (-126 - resultBits)];
  return (count + 1) * 2 ** (least - fractionBits) + last;
}

/** The bits of a result as a tensor core returns them: those of float32, NaN as 0x7fffffff. */
export function resultBitsOf(d: number): number {
  return Number.isNaN(d) ? NAN_BITS : bitsOf(d);
}

/** The exponent of a finite double, at least `least`; 1024 for infinities and NaN. */
function exponentOf(x: number, least: number): number {
  double[0] = x;
  return Math.max(((words[HIGH]! >>> 20) & 0x7ff) - 1023, least);
}

function powerOfTwo(exponent: number): number {
  return POWERS[exponent + 512]!;
}

/** x cut toward zero to a float32 with `fraction` fraction bits or, below 2⁻¹²⁶, to a multiple of 2^(−126 − fraction). */
function cutTowardZero(x: number, fraction: number): number {
  if (Math.abs(x) >= 2 ** 128) return x > 0 ? Infinity : -Infinity;
  const exponent = exponentOf(x, -126) - fraction;
  return Math.trunc(x * powerOfTwo(-exponent)) * powerOfTwo(exponent);
}
