import { exactRow, float64Row } from '../linear/references';
import { makeOutputs } from '../linear/make-outputs';
import { runRows } from '../linear/plan-pieces';
import type { Outputs, PreparedLayer } from '../linear/run-plan';
import type { AdderName } from '../numerics/group-sizes';
import type { LayerSpec } from './layer-spec';
import { layerKey } from './layer-key';
import type { OrderUse, OrderSchedule, Planned, Provenance } from './order-schedule';
import { ordersOf, planFor, planOn } from './order-schedule';
import { planKey } from './plan-key';
import type { Experiment, Step } from './step';
import { partial, progress } from './step';
import type { ExperimentContext } from './experiment-context';
import { newExperimentContext } from './experiment-context';

/**
 * One row of x through the layer, in calls of different batch sizes, all of which contain the row. Baseline and unit are
 * not part of the spec: changing them recomputes nothing.
 */
export interface SweepSpec {
  readonly layer: LayerSpec;
  readonly schedule: OrderSchedule;
  readonly batches: readonly number[];
  readonly row: number;
  /** Also makes each call on this adder, whatever adder its orders are on. */
  readonly otherAdder?: AdderName;
}

/** Reference values of the row's N outputs, and their scale. */
export interface RowReferences {
  /** Rounded once, to double. */
  readonly exact: Float64Array;
  /** Sequential products and sums in double. */
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
  /** The same call on the spec's other adder. */
  readonly other?: Pick<SweepRow, 'values' | 'orders' | 'provenance'>;
}

export type SweepPartial =
  | { readonly kind: 'references'; readonly references: RowReferences }
  | { readonly kind: 'row'; readonly row: SweepRow };

/**
 * Yields the references, then a row for each batch size, in the order of the list. For one layer and row, the same plan
 * gives the same bits, so each plan is computed once, across this sweep and earlier ones still in the context's cache.
 */
export function* batchSweep(spec: SweepSpec, context: ExperimentContext = newExperimentContext()): Experiment<SweepPartial> {
  const { outFeatures } = spec.layer;
  const plans = spec.batches.map((batch) => planFor(spec.schedule, spec.layer, batch, spec.row));
  for (const plan of plans) if (!plan.ok) return plan.error;

  const others = plans.map((plan) => (spec.otherAdder === undefined || !plan.ok ? null : planOn(spec.otherAdder, plan.value, spec.layer.format)));
  for (const other of others) if (other?.ok === false) return other.error;

  const total = plans.length + 1;
  yield progress(0, total);
  const layer = context.prepare(spec.layer);
  yield progress(0, total);
  const place = `${layerKey(spec.layer)} row ${spec.row}`;
  const references = yield* referencesOf(layer, spec.row, `${place}, references`, context, total);
  yield partial({ kind: 'references', references }, [references.exact, references.float64, references.absSum]);
  yield progress(1, total);

  function* called({ plan, provenance }: Planned, done: number): Generator<Step<SweepPartial>, NonNullable<SweepRow['other']>, void> {
    const orders = ordersOf(plan);
    const key = `${place}, ${planKey(orders)}`;
    let [values] = context.cached.get(key) ?? [];
    if (values === undefined) {
      values = makeOutputs(layer.format, outFeatures);
      for (const rows of runRows([plan], layer, spec.row, values)) yield progress(done + 1 + rows, total);
      context.cached.set(key, [values]);
    }
    // Copy: the buffers of a partial result are transferred.
    return { values: values.slice(), orders, provenance };
  }

  for (let done = 0; done < plans.length; done++) {
    const result = plans[done]!;
    if (!result.ok) continue;
    const own = yield* called(result.value, done);
    const its = others[done];
    const other = its?.ok ? yield* called(its.value, done) : null;
    const row: SweepRow = { batch: spec.batches[done]!, ...own, note: result.value.note, ...(other && { other }) };
    yield partial({ kind: 'row', row }, [own.values, ...(other ? [other.values] : [])]);
  }
  return null;
}

/** A copy of the references, which are computed once per layer and row. */
function* referencesOf({ data, packed }: PreparedLayer, row: number, key: string, { cached }: ExperimentContext, total: number): Generator<Step<SweepPartial>, RowReferences, void> {
  let [exact, float64, absSum] = (cached.get(key) ?? []) as Float64Array[];
  if (exact === undefined || float64 === undefined || absSum === undefined) {
    exact = exactRow(data, row);
    yield progress(0, total);
    float64 = float64Row(data, row);
    absSum = packed.sizes(data.x, row * data.inFeatures, data.bias);
    cached.set(key, [exact, float64, absSum]);
  }
  return { exact: exact.slice(), float64: float64.slice(), absSum: absSum.slice() };
}
