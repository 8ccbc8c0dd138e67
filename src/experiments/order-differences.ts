import type { LayerData } from '../linear/layer';
import { makeLayer } from '../linear/make-layer';
import { makeOutputs } from '../linear/make-outputs';
import type { Outputs } from '../linear/run-plan';
import { prepareLayer, runPlan } from '../linear/run-plan';
import { wholePlan } from '../linear/sum-method';
import type { FamilySpec } from '../orders/families';
import { makeFamily } from '../orders/families';
import { height } from '../orders/height';
import { usualByOutputs } from './judge-by-outputs';
import type { UsualLimits } from './judgement';

/** How far one order's computed results are from those of the others. */
export interface OrderDifference {
  readonly label: string;
  readonly height: number;
  /** The largest difference at any output, as a multiple of the most by which two orders usually differ there. */
  readonly largest: number;
}

const ORDERS: readonly { readonly label: string; readonly family: FamilySpec }[] = [
  { label: 'one by one', family: { name: 'sequential' } },
  { label: 'blocks of 192', family: { name: 'blocked', size: 192 } },
  { label: '8 lanes', family: { name: 'lanes', lanes: 8, combine: 'pairwise' } },
  { label: 'pairwise', family: { name: 'pairwise', base: 8 } },
];

const MOST_PRODUCTS = 2 ** 16;
/** Products per order: the blink of an eye on a phone. */
const BUDGET = 2 ** 19;
const SEED = 72;

/**
 * Compares a few orders on the reader's own numbers, or on random ones uniform in [−1, 1), with the judgement's limits.
 * Empty if K is too large, or if no order changes anything.
 *
 * @param roundoff u of the sum: 2⁻²⁴, or 2⁻⁵³ for sums in float64
 * @param own the reader's layer and the limits of its outputs; null for random numbers, whose limits are those of outputs alone
 */
export function orderDifferences(products: number, roundoff: number, own: { readonly layer: LayerData; readonly usual: UsualLimits } | null): OrderDifference[] {
  if (products > MOST_PRODUCTS) return [];
  const count = Math.max(8, Math.min(256, Math.floor(BUDGET / products)));
  const layer = own === null ? makeLayer({ kind: 'uniform', seed: SEED }, { inFeatures: products, outFeatures: count, rows: 1, bias: false }) : null;
  const samples = own === null ? [{ data: layer!, limits: null }] : samplesOf(own.layer, own.usual, count);
  const orders = ORDERS.map(({ label, family }) => ({ label, order: makeFamily(family, products, { fused: false, bias: 'none' }) }));
  const largest = new Float64Array(orders.length);
  for (const { data, limits } of samples) {
    const format = roundoff < 2 ** -24 ? 'float64' : 'float32';
    const prepared = prepareLayer(data, format);
    const results = orders.map(({ order }): Outputs => {
      const row = makeOutputs(format, data.outFeatures);
      runPlan(wholePlan({ kind: 'order', order }, data.outFeatures), prepared, 0, row);
      return row;
    });
    const usual = limits ?? new Float64Array(data.outFeatures).fill(usualByOutputs(products, roundoff, Float64Array.from(results[0]!)));
    for (const [at, result] of results.entries()) for (const other of results) largest[at] = Math.max(largest[at]!, farthest(result, other, usual));
  }
  return largest.some((one) => one > 0) ? orders.map(({ label, order }, at) => ({ label, height: height(order), largest: largest[at]! })) : [];
}

interface Sample {
  /** One row of x, and the rows of W that belong to the outputs. */
  readonly data: LayerData;
  readonly limits: Float64Array | null;
}

/** A sample of the outputs with a known limit, evenly spread, row by row. */
function samplesOf({ inFeatures: K, outFeatures: N, x, weight }: LayerData, { outputs, limits }: UsualLimits, count: number): Sample[] {
  const chosen = Array.from({ length: Math.min(count, outputs.length) }, (_, i) => Math.floor((i * outputs.length) / Math.min(count, outputs.length)));
  const rows = new Set(chosen.map((at) => Math.floor(outputs[at]! / N)));
  return [...rows].map((row) => {
    const places = chosen.filter((at) => Math.floor(outputs[at]! / N) === row);
    const some = new Float32Array(places.length * K);
    for (const [i, at] of places.entries()) some.set(weight.subarray((outputs[at]! % N) * K, (outputs[at]! % N) * K + K), i * K);
    return {
      data: { inFeatures: K, outFeatures: places.length, rows: 1, x: x.subarray(row * K, row * K + K), weight: some, bias: null },
      limits: Float64Array.from(places, (at) => limits[at]!),
    };
  });
}

function farthest(a: Outputs, b: Outputs, usual: Float64Array): number {
  let most = 0;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i] && usual[i]! > 0) most = Math.max(most, Math.abs(a[i]! - b[i]!) / usual[i]!);
  return most;
}
