import type { LayerData } from '../linear/layer';
import { exactDot } from '../numerics/exact-dot';
import type { Judgement } from './judgement';
import { median } from './quantile';

/** Which of two results is nearer to the exact sums of a layer with known x, W and b. */
export interface NearerToExact {
  /** Numbers of outputs where either side is nearer, and where both are equally near. */
  readonly actual: number;
  readonly expected: number;
  readonly even: number;
  /** |result − exact|, relative to Σ|x·w|: the median and the largest of each side. */
  readonly errors: { readonly actual: ErrorSize; readonly expected: ErrorSize };
}

export interface ErrorSize {
  readonly median: number;
  readonly largest: number;
}

/**
 * Compares output by output with the exact Σx·w + b, rounded once to a double (`exactDot`). No bias in the layer counts as
 * none: if one may be missing, the answer is meaningless.
 *
 * @param actual, expected rows × N
 * @param absSum of each, see `Judgement.scale`
 */
export function nearerToExact({ inFeatures: K, outFeatures: N, x, weight, bias }: LayerData, actual: ArrayLike<number>, expected: ArrayLike<number>, { absSum }: NonNullable<Judgement['scale']>): NearerToExact {
  const counts = { actual: 0, expected: 0, even: 0 };
  const [a, b] = [new Float64Array(actual.length), new Float64Array(actual.length)];
  for (let i = 0; i < actual.length; i++) {
    const exact = exactDot(x, Math.floor(i / N) * K, weight, (i % N) * K, K, bias?.[i % N] ?? 0);
    const [first, second] = [Math.abs(actual[i]! - exact), Math.abs(expected[i]! - exact)];
    counts[first < second ? 'actual' : second < first ? 'expected' : 'even'] += 1;
    // 0/0 counts as no error.
    [a[i], b[i]] = [first === 0 ? 0 : first / absSum[i]!, second === 0 ? 0 : second / absSum[i]!];
  }
  return { ...counts, errors: { actual: sizeOf(a), expected: sizeOf(b) } };
}

function sizeOf(errors: Float64Array): ErrorSize {
  return { median: median(errors), largest: errors.reduce((most, one) => (one > most || Number.isNaN(one) ? one : most), 0) };
}
