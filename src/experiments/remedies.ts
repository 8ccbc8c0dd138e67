import { additionsOf } from '../linear/additions';
import type { LayerData } from '../linear/layer';
import { exactRow } from '../linear/references';
import { makeOutputs } from '../linear/make-outputs';
import type { Outputs, PreparedLayer } from '../linear/run-plan';
import { prepareLayer, runPlan } from '../linear/run-plan';
import type { KernelPlan, SumMethod } from '../linear/sum-method';
import { wholePlan } from '../linear/sum-method';
import type { FamilySpec } from '../orders/families';
import { makeFamily } from '../orders/families';
import { productSequence } from '../orders/product-sequence';
import { FIXED_SPLIT } from './fixed-split';
import { differences, differing } from './differences';
import type { LayerSpec } from './layer-spec';
import type { OrderSchedule, Provenance } from './order-schedule';
import { planFor } from './order-schedule';
import { ascending, median, quantile } from './quantile';
import type { Experiment } from './step';
import { partial, progress } from './step';
import type { ExperimentContext } from './experiment-context';
import { newExperimentContext } from './experiment-context';

/** In the table's order. */
export const REMEDIES = ['none', 'same-order', 'fixed-split', 'pairwise', 'kahan', 'neumaier', 'float64-sums', 'float64', 'one-thread', 'deterministic'] as const;

export type RemedyName = (typeof REMEDIES)[number];

/** One row of a float32 layer, alone and in a larger call, under each remedy. */
export interface RemediesSpec {
  readonly layer: LayerSpec;
  readonly schedule: OrderSchedule;
  /** Rows of the larger call. */
  readonly batch: number;
}

/** What differences and errors remain under a remedy. Magnitudes are relative to Σ|x·w|, over all outputs. */
export interface Remedy {
  readonly name: RemedyName;
  readonly additions: number;
  /** How many of the N outputs have other bits in the larger call. */
  readonly differing: number;
  readonly medianDifference: number;
  readonly maxDifference: number;
  /** Median distance from the exact value, alone and in the larger call. */
  readonly errors: readonly [alone: number, together: number];
  /** A number that the row's explanation compares with; null if it has none. fixed-split: outputs that differ between 8 slices
   * and 2; float64: outputs that still differ once rounded to float32; one-thread: outputs that differ between a split among
   * 8 threads and none. */
  readonly aside: number | null;
}

export type RemediesPartial =
  | { readonly kind: 'orders'; readonly of: number; readonly provenance: Provenance; readonly note: string }
  | { readonly kind: 'remedy'; readonly remedy: Remedy };

/** The outputs of a call of one row, and of the same row in the larger call. */
type Pair = readonly [alone: Outputs, together: Outputs];

/**
 * What each remedy achieves. If a remedy leaves the sequence of products to each batch size (pairwise, compensated), the
 * products, each rounded, are summed by the new method in the sequence that the library uses at that size: any remaining
 * difference is due to the sequence.
 */
export function* remedies(spec: RemediesSpec, context: ExperimentContext = newExperimentContext()): Experiment<RemediesPartial> {
  const { inFeatures: K, outFeatures: N, bias } = spec.layer;
  const alone = planFor(spec.schedule, spec.layer, 1);
  if (!alone.ok) return alone.error;
  const together = planFor(spec.schedule, spec.layer, spec.batch);
  if (!together.ok) return together.error;
  const { provenance, note } = together.value;
  yield partial({ kind: 'orders', of: N, provenance, note }, []);

  const layer = context.prepare(spec.layer);
  const { data } = layer;
  yield progress(0, REMEDIES.length);
  const exact = exactRow(data, 0);
  const absSum = layer.packed.sizes(data.x, 0, data.bias);
  const plans = [alone.value.plan, together.value.plan] as const;
  const both = (run: (plan: KernelPlan) => Outputs): Pair => [run(plans[0]), run(plans[1])];
  const own = (plan: KernelPlan): Outputs => outputsOf(plan, layer);
  const family = (size: FamilySpec): Outputs => outputsOf(wholePlan({ kind: 'order', order: makeFamily(size, K, { fused: true, bias: bias ? 'after-first-block' : 'none' }) }, N), layer);
  const inSequence = (method: SumMethod) => (plan: KernelPlan): Outputs => outputsInSequence(plan, method, data);
  const pairwise: SumMethod = { kind: 'order', order: makeFamily({ name: 'pairwise', base: 8 }, K, { fused: false, bias: bias ? 'last' : 'none' }) };
  const wide = both((plan) => outputsOf(plan, { ...layer, format: 'float64' }));
  const count = ([one, many]: Pair): number => differing(many, one);

  const found: Readonly<Record<RemedyName, () => { readonly outputs: Pair; readonly method?: SumMethod; readonly aside?: number }>> = {
    none: () => ({ outputs: both(own) }),
    'same-order': () => ({ outputs: [own(plans[1]), own(plans[1])] }),
    'fixed-split': () => {
      const fixed = { name: 'blocked', size: FIXED_SPLIT } as const;
      return { outputs: [family(fixed), family(fixed)], aside: count([family({ name: 'split', parts: 8 }), family({ name: 'split', parts: 2 })]) };
    },
    pairwise: () => ({ outputs: both(inSequence(pairwise)) }),
    kahan: () => ({ outputs: both(inSequence(KAHAN)), method: KAHAN }),
    neumaier: () => ({ outputs: both(inSequence(NEUMAIER)), method: NEUMAIER }),
    'float64-sums': () => ({ outputs: [Float32Array.from(wide[0]), Float32Array.from(wide[1])] }),
    float64: () => ({ outputs: wide, aside: count([Float32Array.from(wide[0]), Float32Array.from(wide[1])]) }),
    'one-thread': () => ({ outputs: both(own), aside: count([family({ name: 'split', parts: 8 }), family({ name: 'split', parts: 1 })]) }),
    deterministic: () => ({ outputs: both(own) }),
  };
  for (const [at, name] of REMEDIES.entries()) {
    const { outputs, method = pairwise, aside = null } = found[name]();
    const [one, many] = outputs;
    const apart = ascending(differences(many, one, absSum, 'relative').map(Math.abs));
    const error = (values: Outputs): number => median(exact.map((value, j) => Math.abs(values[j]! - value) / absSum[j]!));
    yield partial(
      {
        kind: 'remedy',
        remedy: {
          name,
          additions: additionsOf(method, K, bias) ?? NaN,
          differing: count(outputs),
          medianDifference: quantile(apart, 0.5),
          maxDifference: quantile(apart, 1),
          errors: [error(one), error(many)],
          aside,
        },
      },
      [],
    );
    yield progress(at + 1, REMEDIES.length);
  }
  return null;
}

const KAHAN: SumMethod = { kind: 'other', name: 'kahan' };
const NEUMAIER: SumMethod = { kind: 'other', name: 'neumaier' };

function outputsOf(plan: KernelPlan, layer: PreparedLayer): Outputs {
  const out = makeOutputs(layer.format, layer.data.outFeatures);
  runPlan(plan, layer, 0, out);
  return out;
}

/** Row 0, with its products in the plan's sequence, summed by another method. */
function outputsInSequence(plan: KernelPlan, method: SumMethod, data: LayerData): Outputs {
  const out = makeOutputs('float32', data.outFeatures);
  for (const { columns, method: old } of plan.parts) {
    const layer = old.kind === 'order' ? inOrder(data, productSequence(old.order)) : data;
    runPlan({ parts: [{ columns, method }] }, prepareLayer(layer), 0, out);
  }
  return out;
}

function inOrder(data: LayerData, sequence: Int32Array): LayerData {
  const { inFeatures: K, outFeatures } = data;
  const weight = new Float32Array(data.weight.length);
  for (let j = 0; j < outFeatures; j++) for (let i = 0; i < K; i++) weight[j * K + i] = data.weight[j * K + sequence[i]!]!;
  return { ...data, rows: 1, x: Float32Array.from(sequence, (k) => data.x[k]!), weight };
}
