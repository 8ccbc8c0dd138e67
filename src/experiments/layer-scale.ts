import type { LayerData } from '../linear/layer';
import { absDot, exactDot } from '../numerics/exact-dot';
import { gamma } from '../orders/height';
import { grainOf } from './value-grain';

/** Products per step. */
const STEP = 2 ** 13;

/** What x and W say about a layer's sums, output by output (rows × N). */
export interface LayerScale {
  /** Σ|x·w| + |b| */
  readonly absSum: Float64Array;
  /** b; if the layer brings none, what remains of a result beyond Σx·w if rounding can't explain it. */
  readonly bias: Float64Array;
  /** Some bias is not 0. */
  readonly hasBias: boolean;
  /** Every partial sum of every order is exactly a float32: no order rounds anything. */
  readonly isExact: boolean;
  /** No product is below the normal range. */
  readonly isNormal: boolean;
}

/**
 * @param results to estimate a missing bias from: what remains of them beyond Σx·w, if that is more than any order's
 *   rounding. Null: there is no bias except the layer's.
 * @param roundoff u of the sum
 *
 * In steps of a millisecond or two.
 */
export function* layerScale({ inFeatures: K, outFeatures: N, rows, x, weight, bias }: LayerData, results: ArrayLike<number> | null, roundoff: number): Generator<null, LayerScale, void> {
  const absSum = new Float64Array(rows * N);
  const biases = new Float64Array(rows * N);
  const most = gamma(K + 1, roundoff);
  const perStep = Math.ceil(STEP / K);
  for (let i = 0; i < absSum.length; i++) {
    const [xOffset, wOffset, j] = [Math.floor(i / N) * K, (i % N) * K, i % N];
    const size = absDot(x, xOffset, weight, wOffset, K, 0);
    let b = bias?.[j] ?? 0;
    if (bias === null && results !== null) {
      const rest = (results[i] ?? NaN) - exactDot(x, xOffset, weight, wOffset, K, 0);
      if (Number.isFinite(rest) && Math.abs(rest) > 2 * most * size) b = rest;
    }
    biases[i] = b;
    absSum[i] = size + Math.abs(b);
    if (i % perStep === perStep - 1) yield null;
  }
  return { absSum, bias: biases, hasBias: biases.some((b) => b !== 0), isExact: isExact(x, weight, biases, absSum), isNormal: leastProduct(x, weight) >= 2 ** -126 };
}

/** All products are multiples of the grains' product g; below 2²⁴·g, float32 holds every multiple of g. */
function isExact(x: Float32Array, weight: Float32Array, bias: Float64Array, absSum: Float64Array): boolean {
  const [gx, gw] = [grainOf(x), grainOf(weight)];
  if (gx === null || gw === null) return true;
  const grain = gx.grain * gw.grain;
  return grain >= 2 ** -149 && absSum.every((size) => size <= 2 ** 24 * grain) && bias.every((b) => Number.isInteger(b / grain));
}

/** A lower bound on the magnitude of the nonzero products. */
function leastProduct(x: Float32Array, weight: Float32Array): number {
  return leastSize(x) * leastSize(weight);
}

function leastSize(values: Float32Array): number {
  let least = Infinity;
  for (const value of values) if (value !== 0 && Math.abs(value) < least) least = Math.abs(value);
  return least;
}
