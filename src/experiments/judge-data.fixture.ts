import type { LayerData } from '../linear/layer';
import { makeLayer } from '../linear/make-layer';
import { Mt19937 } from '../linear/mt19937';
import { prepareLayer, runPlan } from '../linear/run-plan';
import { wholePlan } from '../linear/sum-method';
import type { FamilySpec, TreeStyle } from '../orders/families';
import { makeFamily } from '../orders/families';
import type { Order } from '../orders/order';

/** Six kinds of data; `magnitudes` has factors from 1 down to 2⁻¹⁶. */
export const DATA_KINDS = ['torch', 'uniform', 'normal', 'positive', 'cancelling', 'magnitudes'] as const;

export type DataKind = (typeof DATA_KINDS)[number];

export function dataOfKind(kind: DataKind, K: number, N: number, seed: number, bias: boolean): LayerData {
  const shape = { inFeatures: K, outFeatures: N, rows: 1, bias };
  if (kind === 'torch') return makeLayer({ kind, seed, uniform: 'fused' }, shape);
  if (kind === 'cancelling') return makeLayer({ kind, seed, condition: 1e4 }, shape);
  if (kind !== 'magnitudes') return makeLayer({ kind, seed }, shape);
  const layer = makeLayer({ kind: 'normal', seed }, shape);
  const generator = new Mt19937(seed + 1);
  const scaled = (values: Float32Array): Float32Array => values.map((value) => value * 2 ** -(generator.nextUint32() % 17));
  return { ...layer, x: scaled(layer.x), weight: scaled(layer.weight) };
}

const FAMILIES: readonly (readonly [FamilySpec, Pick<TreeStyle, 'fused' | 'bias'>])[] = [
  [{ name: 'sequential' }, { fused: false, bias: 'last' }],
  [{ name: 'sequential' }, { fused: true, bias: 'first' }],
  [{ name: 'reverse' }, { fused: false, bias: 'last' }],
  [{ name: 'pairwise', base: 8 }, { fused: false, bias: 'last' }],
  [{ name: 'pairwise', base: 128 }, { fused: true, bias: 'last' }],
  [{ name: 'lanes', lanes: 8, combine: 'pairwise' }, { fused: true, bias: 'last' }],
  [{ name: 'lanes', lanes: 16, combine: 'in-order' }, { fused: false, bias: 'first' }],
  [{ name: 'blocked', size: 192 }, { fused: true, bias: 'after-first-block' }],
  [{ name: 'split', parts: 4 }, { fused: false, bias: 'last' }],
  [{ name: 'shuffled', seed: 5 }, { fused: false, bias: 'last' }],
];

/** Ten orders of K products. */
export function tenFamilies(K: number, hasBias: boolean): Order[] {
  return FAMILIES.map(([family, { fused, bias }]) => makeFamily(family, K, { fused, bias: hasBias ? bias : 'none' }));
}

/** Row 0 in one order. */
export function resultOf(layer: LayerData, order: Order): Float32Array {
  const out = new Float32Array(layer.outFeatures);
  runPlan(wholePlan({ kind: 'order', order }, layer.outFeatures), prepareLayer(layer), 0, out);
  return out;
}
