import type { LayerData } from '../linear/layer';
import type { Order } from '../orders/order';
import { roundingVariance } from './rounding-variance';

/** Budget of product visits: a tenth of a second in JavaScript. */
const BUDGET = 2 ** 22;

/** Visits per step: a millisecond or two. */
const STEP = 2 ** 16;

/** σ of the rounding errors of some outputs, and which outputs these are. */
export interface OrderSpread {
  /** Indices into rows × N, ascending: all of them unless that is too much work. */
  readonly outputs: Int32Array;
  /** For each of them, the largest σ among the orders; float32, or scaled to another roundoff. */
  readonly sigma: Float64Array;
}

/**
 * The largest σ of any order at each output. If all outputs are too much work, at evenly spread ones and at the first few
 * of `first`.
 *
 * @param orders the standard ones first: later ones are left out if all are too much work
 * @param bias rows × N, see `LayerScale`
 * @param roundoff u of the sum, which σ is scaled to: partial sums are computed in float32
 * @param first outputs to include in any case, the most important first
 * @param standard how many of the orders are always run
 *
 * In steps of a millisecond or two.
 */
export function* orderSpread({ inFeatures: K, outFeatures: N, rows, x, weight }: LayerData, orders: readonly Order[], bias: Float64Array, roundoff: number, first: readonly number[], standard: number): Generator<null, OrderSpread, void> {
  const all = rows * N;
  const most = Math.max(64, Math.floor(BUDGET / (K * standard)));
  const outputs = all <= most ? Int32Array.from({ length: all }, (_, i) => i) : chosen(all, most, first);
  const affordable = Math.max(standard, Math.floor(BUDGET / (K * outputs.length)));
  const run = orders.slice(0, affordable);
  const perStep = Math.ceil(STEP / (K * run.length));
  const sigma = new Float64Array(outputs.length);
  for (const [at, i] of outputs.entries()) {
    const [xOffset, wOffset] = [Math.floor(i / N) * K, (i % N) * K];
    let variance = 0;
    for (const order of run) variance = Math.max(variance, roundingVariance(order, x, xOffset, weight, wOffset, Math.fround(bias[i]!)));
    sigma[at] = Math.sqrt(variance) * (roundoff / 2 ** -24);
    if (at % perStep === perStep - 1) yield null;
  }
  return { outputs, sigma };
}

function chosen(all: number, most: number, first: readonly number[]): Int32Array {
  const half = Math.floor(most / 2);
  const spread = Array.from({ length: half }, (_, at) => Math.floor((at * all) / half));
  return Int32Array.from(new Set([...spread, ...first.slice(0, half)])).sort();
}
