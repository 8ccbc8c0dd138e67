import { spacingAt } from '../numerics/dtypes';
import type { ComparedPair } from '../pasted/compared-pair';
import type { Finding, Scale } from './judgement';
import type { Ruling } from './ruling';
import { greatest, median } from './quantile';
import { flipLimit, NO_RULING } from './ruling';
import { isShort, lastRounding, sumRoundoff } from './sum-roundoff';

/** With fewer numbers than this, their root mean square says too little. */
const ENOUGH = 16;
/** Empirical: over some ten thousand pairs of orders, K from 2 to 128, on all kinds of outputs except cancelling ones, the largest difference at an output was 5.04·L. */
const LARGEST = 5.5;
/** Added to K, since very short sums have errors as large as somewhat longer ones. */
const FEW = 8;
/** Earlier partial sums may be this many times larger than the last operands. */
const MORE = 64;
/** Accepted probability that so few numbers are all so much smaller than usual. */
const RISK = 1e-6;
/**
 * Factor of √K for cancellation that the last bits don't show. Empirical: of 9,475 pairs of orders above normal on such sums (K
 * from 4 to 4096, N from 16 to 128, cancelling 2 to 256 times more than random ones), the rule calls 27 `between`.
 */
const HIDDEN = 2;
/** Rounding errors are never this many times larger than their median: in those pairs, the most from K = 33 on was 19.8. */
const OUTLIER = 20;
/** By chance, one count of signs in 150,000 is so many standard deviations from half. */
const ONE_SIDED = 4.5;

/**
 * Σ|x·w| estimated without x and W: √K · rms(outputs), but at least the output itself. By Cauchy–Schwarz, Σ|p| ≤ √K·√Σp²,
 * and √Σp² is the outputs' root mean square if the products' signs are random. The estimate is too small if they cancel
 * more than that, and too large if they have one sign or a bias dominates.
 */
export function estimatedScale({ actual, expected }: ComparedPair, products: number): Scale {
  const level = Math.sqrt(products) * rootMeanSquare(expected);
  return { kind: 'estimated', absSum: actual.map((a, i) => Math.max(level, finite(a), finite(expected[i]!))) };
}

function finite(value: number): number {
  return Number.isFinite(value) ? Math.abs(value) : 0;
}

/** Root mean square of the finite values; avoids overflow and underflow. */
export function rootMeanSquare(values: Float64Array): number {
  const known = values.filter(Number.isFinite);
  const largest = known.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (largest === 0) return 0;
  return largest * Math.sqrt(known.reduce((sum, value) => sum + (value / largest) ** 2, 0) / known.length);
}

/** L for results with the root mean square `size`. */
function level(products: number, roundoff: number, size: number): number {
  return roundoff * Math.sqrt(products + FEW) * size;
}

/** The most by which two orders of K products usually differ at any of these outputs, by the L rule. */
export function usualByOutputs(products: number, roundoff: number, outputs: Float64Array): number {
  return LARGEST * level(products, roundoff, rootMeanSquare(outputs));
}

/**
 * The L rule, L = u·√(K + 8)·rms(outputs): `normal` if |d| ≤ 5.5·L at every output and rms(d) ≤ 0.6·(1 + 4/√2N)·L (measured on
 * recorded and other orders, K from 2 to 4096, N from 16). It can't hold if the sums cancel far below what the magnitudes of
 * their products make likely: the finding is then `no-scale`.
 *
 * Cancellation leaves zeros in the last bits (`ValueGrain`), unless the last product is no larger than the result. Partial sums of
 * K such products are about √K times as large, so up to 2√K times these limits, the difference may be due to cancellation that
 * the last bits don't show; above, it is `between`. It is also `between` if it does not look like rounding errors of sums that
 * cancel: if most outputs differ far less than the worst, if the differences have the signs of the outputs, if the outputs have
 * nearly all one sign (after cancellation, chance decides it), or if only one side was rounded to a short format. If a fused last
 * product as large as the partial sums hides their cancellation on both sides, it is `between`, wrongly: no rule on outputs
 * alone can know.
 *
 * With fewer than 16 numbers, the rule decides only what passes, or fails by more than chance allows: n numbers are all f times
 * smaller than usual with a probability of about f⁻ⁿ.
 *
 * @param size |actual − expected|, finite
 * @param cancellation how many times larger than the results the partial sums were, judging by the last bits; 1 if these say nothing
 * @param isRounded whether one side was rounded to a short format and the other wasn't
 */
export function judgeByOutputs(pair: ComparedPair, size: Float64Array, products: number, cancellation: number, isRounded: boolean): Ruling {
  const { actual, expected, slack, dtype } = pair;
  const N = size.length;
  // The larger side counts, so that swapping the two results changes nothing.
  const L = level(products, sumRoundoff(dtype), Math.max(rootMeanSquare(actual), rootMeanSquare(expected)));
  const chance = N < ENOUGH ? RISK ** (-1 / N) : 1;
  // The operands of the last addition give only a lower bound on how large partial sums were.
  const unseen = cancellation > 1 ? MORE * cancellation : isRounded || isNoRounding(pair, size) ? 1 : HIDDEN * Math.sqrt(products);

  let [above, far, unsure, worst, worstRatio] = [false, false, false, -1, -1];
  let [sum, sumUnsure, flips, flipsUnsure, flipsExpected, flipsUnseen] = [0, 0, 0, 0, 0, 0];
  const limitAt = (i: number, factor = 1): number => LARGEST * L * factor + lastRounding(dtype, actual[i]!, expected[i]!);
  for (let i = 0; i < N; i++) {
    const [low, high] = [Math.max(0, size[i]! - slack[i]!), size[i]! + slack[i]!];
    const limit = limitAt(i);
    if (low > limit) above = true;
    else if (high > limit) unsure = true;
    if (low > limitAt(i, chance * unseen)) far = true;
    const ratio = limit > 0 ? size[i]! / limit : size[i]! > 0 ? Infinity : 0;
    if (ratio > worstRatio) [worst, worstRatio] = [i, ratio];
    if (isShort(dtype)) {
      const step = spacingAt(dtype, Math.max(Math.abs(actual[i]!), Math.abs(expected[i]!)));
      flips += low >= step / 2 ? 1 : 0;
      flipsUnsure += high >= step / 2 ? 1 : 0;
      flipsExpected += Math.min(1, (0.6 * L) / step);
      flipsUnseen += Math.min(1, (0.6 * L * unseen) / step);
    }
    sum += low ** 2;
    sumUnsure += high ** 2;
  }
  const spread = { value: Math.sqrt(sum / N), limit: 0.6 * L * (1 + 4 / Math.sqrt(2 * N)) };
  const flipped = { value: flips, limit: flipLimit(flipsExpected) };
  const wide = (count: number, square: number): boolean => (isShort(dtype) ? count > flipped.limit : Math.sqrt(square / N) > spread.limit);
  const isWide = wide(flips, sum);
  const isFarWide = isShort(dtype) ? flips > flipLimit(flipsUnseen) : spread.value > spread.limit * unseen;
  const isFar = far || (isFarWide && cancellation === 1 && N >= ENOUGH);
  const finding: Finding = isFar ? 'between' : above || isWide ? 'no-scale' : unsure || wide(flipsUnsure, sumUnsure) ? 'digits' : 'normal';
  return {
    ...NO_RULING,
    finding,
    rule: 'outputs',
    worst,
    typical: worst < 0 ? null : limitAt(worst),
    limits: { typical: LARGEST * L, most: null },
    spread: isShort(dtype) ? null : spread,
    flips: isShort(dtype) ? flipped : null,
  };
}

/** Whether the differences, judging by their sizes and signs, can't be rounding errors of sums that cancel. */
function isNoRounding({ actual, expected, dtype }: ComparedPair, size: Float64Array): boolean {
  if (size.length < ENOUGH) return false;
  let [differing, following, signed, positive] = [0, 0, 0, 0];
  for (let i = 0; i < size.length; i++) {
    const [a, b] = [actual[i]!, expected[i]!];
    if (b !== 0) signed += 1;
    if (b > 0) positive += 1;
    if (a === b) continue;
    differing += 1;
    if (a > b === b > 0) following += 1;
  }
  // Most results in a short type are equal anyway.
  const isOutlier = !isShort(dtype) && greatest(size) > OUTLIER * median(size);
  return isOutlier || isOneSided(following, differing) || isOneSided(positive, signed);
}

function isOneSided(some: number, of: number): boolean {
  return Math.abs(2 * some - of) > ONE_SIDED * Math.sqrt(of);
}
