import type { LayerData } from '../linear/layer';
import { makeLayer } from '../linear/make-layer';
import { makeOutputs } from '../linear/make-outputs';
import type { Outputs } from '../linear/run-plan';
import { prepareLayer, runPlan } from '../linear/run-plan';
import { wholePlan } from '../linear/sum-method';
import type { FamilySpec } from '../orders/families';
import { makeFamily } from '../orders/families';
import { height } from '../orders/height';

/** What two results may differ by if both are added up in an order of this height; all relative to Σ|x·w|. */
export interface ExpectedRange {
  readonly label: string;
  readonly height: number;
  /** 2·√h·u */
  readonly typical: number;
  /** 2·h·u */
  readonly most: number;
  /** The largest difference from the other orders' results, computed; null where K is too long for that. */
  readonly measured: number | null;
}

const ORDERS: readonly { readonly label: string; readonly family: FamilySpec }[] = [
  { label: 'one by one', family: { name: 'sequential' } },
  { label: 'blocks of 192', family: { name: 'blocked', size: 192 } },
  { label: 'eight lanes', family: { name: 'lanes', lanes: 8, combine: 'pairwise' } },
  { label: 'pairwise', family: { name: 'pairwise', base: 8 } },
];

const MOST_PRODUCTS = 2 ** 16;
/** Products per order: an eye-blink on a phone. */
const BUDGET = 2 ** 19;
const SEED = 72;

/**
 * @param data the reader's own numbers, of which the first row is taken; null for random ones, uniform in [−1, 1)
 * @param roundoff u of the sum: 2⁻²⁴, or 2⁻⁵³ which is computed in float64
 */
export function expectedRanges(products: number, roundoff: number, data: LayerData | null): ExpectedRange[] {
  const orders = ORDERS.map(({ label, family }) => ({ label, order: makeFamily(family, products, { fused: false, bias: 'none' }) }));
  const isShort = products <= MOST_PRODUCTS;
  const rows: Outputs[] = [];
  let absSum: Float64Array = new Float64Array(0);
  if (isShort) {
    const outputs = Math.max(8, Math.min(256, Math.floor(BUDGET / products)));
    const layer = data === null ? makeLayer({ kind: 'uniform', seed: SEED }, { inFeatures: products, outFeatures: outputs, rows: 1, bias: false }) : firstOutputs(data, outputs);
    const format = roundoff < 2 ** -24 ? 'float64' : 'float32';
    const prepared = prepareLayer(layer, format);
    absSum = prepared.packed.sizes(layer.x, 0, layer.bias);
    for (const { order } of orders) {
      const row = makeOutputs(format, layer.outFeatures);
      runPlan(wholePlan({ kind: 'order', order }, layer.outFeatures), prepared, 0, row);
      rows.push(row);
    }
  }
  return orders.map(({ label, order }, at) => {
    const h = height(order);
    const measured = isShort ? Math.max(...rows.map((row) => farthest(rows[at]!, row, absSum))) : null;
    return { label, height: h, typical: 2 * Math.sqrt(h) * roundoff, most: 2 * h * roundoff, measured };
  });
}

function firstOutputs(data: LayerData, count: number): LayerData {
  const outFeatures = Math.min(count, data.outFeatures);
  return { ...data, rows: 1, outFeatures, weight: data.weight.subarray(0, outFeatures * data.inFeatures), bias: null };
}

function farthest(a: Outputs, b: Outputs, absSum: Float64Array): number {
  let most = 0;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) most = Math.max(most, Math.abs(a[i]! - b[i]!) / absSum[i]!);
  return most;
}
