import { exactRow, float64Row } from '../linear/references';
import type { Outputs } from '../linear/run-plan';
import { makeOutputs, runPlan } from '../linear/run-plan';
import type { LayerSpec, PrepareLayer } from './layer-spec';
import { prepareSpec } from './layer-spec';
import type { OrderUse, PolicySpec, Provenance } from './policy';
import { inFormat, ordersOf, planFor, planKey } from './policy';
import { planPieces } from './plan-pieces';
import type { Experiment } from './step';
import { partial, progress } from './step';

/**
 * One row of x through the layer, as calls of different sizes compute it; the row is in each call, whatever its size.
 * Baseline and unit are no part of the work: another one computes nothing.
 */
export interface SweepSpec {
  readonly layer: LayerSpec;
  readonly policy: PolicySpec;
  readonly batches: readonly number[];
  readonly row: number;
}

/** The row's N outputs without the errors that the sweep is about. */
export interface RowReferences {
  /** Rounded once, to double. */
  readonly exact: Float64Array;
  /** Products and sums in double, one by one. */
  readonly float64: Float64Array;
  /** Σ|x·w| + |b|, the scale of a sum's rounding errors. */
  readonly absSum: Float64Array;
}

export interface SweepRow {
  readonly batch: number;
  readonly values: Outputs;
  readonly orders: readonly OrderUse[];
  readonly provenance: Provenance;
  readonly note: string;
}

export type SweepPartial =
  | { readonly kind: 'references'; readonly references: RowReferences }
  | { readonly kind: 'row'; readonly row: SweepRow };

/**
 * The references first, then a row for each batch size, in the order of the list. Batch sizes with the same plan have
 * the same bits, and their outputs are computed once.
 */
export function* batchSweep(spec: SweepSpec, prepare: PrepareLayer = prepareSpec): Experiment<SweepPartial> {
  const { inFeatures, outFeatures, bias } = spec.layer;
  const plans = spec.batches.map((batch) => planFor(spec.policy, inFeatures, outFeatures, bias, batch, spec.row));
  for (const plan of plans) if (!plan.ok) return plan.error;

  const total = plans.length + 1;
  yield progress(0, total);
  const layer = prepare(spec.layer);
  yield progress(0, total);
  const exact = exactRow(layer.data, spec.row);
  yield progress(0, total);
  const references: RowReferences = { exact, float64: float64Row(layer.data, spec.row), absSum: layer.packed.sizes(layer.data.x, spec.row * inFeatures, layer.data.bias) };
  yield partial({ kind: 'references', references }, [references.exact, references.float64, references.absSum]);
  yield progress(1, total);

  const computed = new Map<string, Outputs>();
  for (let done = 0; done < plans.length; done++) {
    const result = plans[done]!;
    if (!result.ok) continue;
    const { plan, provenance, note } = inFormat(result.value, layer.format);
    const orders = ordersOf(plan);
    const key = planKey(orders);
    let values = computed.get(key);
    if (values === undefined) {
      values = makeOutputs(layer.format, outFeatures);
      for (const piece of planPieces(plan, inFeatures, outFeatures, layer.packed.piece)) {
        runPlan(piece, layer, spec.row, values);
        yield progress(done + 1, total);
      }
      computed.set(key, values);
    }
    // A copy: the buffers of a partial result are given away.
    const row: SweepRow = { batch: spec.batches[done]!, values: values.slice(), orders, provenance, note };
    yield partial({ kind: 'row', row }, [row.values]);
    yield progress(done + 2, total);
  }
  return null;
}
