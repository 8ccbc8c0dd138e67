import { spacingAt } from '../numerics/dtypes';
import type { ComparedPair } from '../pasted/compared-pair';
import type { Finding, Scale } from './judgement';
import type { Ruling } from './ruling';
import { flipLimit, NO_RULING } from './ruling';
import { isShort, lastRounding, sumRoundoff } from './sum-roundoff';

/** Below that many numbers their root mean square says too little. */
const ENOUGH = 16;
/** Chosen: of some ten thousand pairs of orders, K from 2 to 128, on outputs of all kinds but cancelling ones, the largest difference at an output was 5.04·L. */
const LARGEST = 5.5;
/** Added to K, since the errors of very short sums are as large as those of somewhat longer ones. */
const FEW = 8;
/** Earlier partial sums may be that much larger than the last operands. */
const MORE = 64;
/** How likely it may be that so few numbers are all so much smaller than usual. */
const RISK = 1e-6;

/**
 * Without x and W: √K · rms(outputs), and never less than the output itself. By Cauchy and Schwarz Σ|p| ≤ √K·√Σp², and
 * √Σp² is the outputs' root mean square where the products' signs fall as by chance. It is too small where they cancel
 * more than that, and too large where they are of one sign or a bias is most of them.
 */
export function estimatedScale({ actual, expected }: ComparedPair, products: number): Scale {
  const level = Math.sqrt(products) * rootMeanSquare(expected);
  return { kind: 'estimated', absSum: actual.map((a, i) => Math.max(level, finite(a), finite(expected[i]!))) };
}

function finite(value: number): number {
  return Number.isFinite(value) ? Math.abs(value) : 0;
}

/** Of the finite ones; neither overflows nor underflows. */
export function rootMeanSquare(values: Float64Array): number {
  const known = values.filter(Number.isFinite);
  const largest = known.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (largest === 0) return 0;
  return largest * Math.sqrt(known.reduce((sum, value) => sum + (value / largest) ** 2, 0) / known.length);
}

/** L of results with this root mean square. */
function level(products: number, roundoff: number, size: number): number {
  return roundoff * Math.sqrt(products + FEW) * size;
}

/** The most that two orders of K products usually differ by at any of these outputs, as the L rule has it. */
export function usualByOutputs(products: number, roundoff: number, outputs: Float64Array): number {
  return LARGEST * level(products, roundoff, rootMeanSquare(outputs));
}

/**
 * The L rule, L = u·√(K + 8)·rms(outputs): `normal` where |d| ≤ 5.5·L at every output and rms(d) ≤ 0.6·(1 + 4/√2N)·L (measured on
 * recorded and other orders, K from 2 to 4096, N from 16). It can't hold where the sums cancel far below what their products’
 * sizes make likely. Then the last bits of most results are 0 (`ValueGrain`), and it is `no-scale`; where a fused or small last addition hides that, it is `between`, wrongly: no rule on outputs can know. With fewer than 16 numbers only
 * what passes, or fails by no chance, is decided: that n numbers are all f times smaller than usual happens with a probability
 * of about f⁻ⁿ.
 *
 * @param size |actual − expected|, finite
 * @param cancellation how many times larger than the results partial sums were, as far as the last bits show; else 1
 */
export function judgeByOutputs({ actual, expected, slack, dtype }: ComparedPair, size: Float64Array, products: number, cancellation: number): Ruling {
  const N = size.length;
  // A difference of two results says nothing of its own: the larger side counts, so that the order of the two does not.
  const L = level(products, sumRoundoff(dtype), Math.max(rootMeanSquare(actual), rootMeanSquare(expected)));
  const chance = N < ENOUGH ? RISK ** (-1 / N) : 1;
  // Operands of the last addition tell only how large partial sums were at least.
  const unseen = cancellation > 1 ? MORE * cancellation : 1;

  let [above, far, unsure, worst, worstRatio] = [false, false, false, -1, -1];
  let [sum, sumUnsure, flips, flipsUnsure, flipsExpected] = [0, 0, 0, 0, 0];
  const limitAt = (i: number, factor = 1): number => LARGEST * L * factor + lastRounding(dtype, actual[i]!, expected[i]!);
  for (let i = 0; i < N; i++) {
    const [low, high] = [Math.max(0, size[i]! - slack[i]!), size[i]! + slack[i]!];
    const limit = limitAt(i);
    if (low > limit) above = true;
    else if (high > limit) unsure = true;
    if (low > limitAt(i, Math.max(chance, unseen))) far = true;
    const ratio = limit > 0 ? size[i]! / limit : size[i]! > 0 ? Infinity : 0;
    if (ratio > worstRatio) [worst, worstRatio] = [i, ratio];
    if (isShort(dtype)) {
      const step = spacingAt(dtype, Math.max(Math.abs(actual[i]!), Math.abs(expected[i]!)));
      flips += low >= step / 2 ? 1 : 0;
      flipsUnsure += high >= step / 2 ? 1 : 0;
      flipsExpected += Math.min(1, (0.6 * L) / step);
    }
    sum += low ** 2;
    sumUnsure += high ** 2;
  }
  const spread = { value: Math.sqrt(sum / N), limit: 0.6 * L * (1 + 4 / Math.sqrt(2 * N)) };
  const flipped = { value: flips, limit: flipLimit(flipsExpected) };
  const wide = (count: number, square: number): boolean => (isShort(dtype) ? count > flipped.limit : Math.sqrt(square / N) > spread.limit);
  const isWide = wide(flips, sum);
  const isFar = far || (isWide && cancellation === 1 && N >= ENOUGH);
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
