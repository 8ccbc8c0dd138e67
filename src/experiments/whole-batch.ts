import type { IndexRange } from '../linear/index-ranges';
import { indexRanges } from '../linear/index-ranges';
import { makeOutputs } from '../linear/make-outputs';
import { runRows } from '../linear/plan-pieces';
import type { Outputs, PreparedLayer } from '../linear/run-plan';
import type { KernelPlan } from '../linear/sum-method';
import type { ParseError, Result } from '../lib/result';
import { ok } from '../lib/result';
import type { DistinctRow } from './distinct-rows';
import { distinctRows } from './distinct-rows';
import type { AdderName } from '../numerics/group-sizes';
import type { LayerSpec } from './layer-spec';
import type { OrderUse, Planned, OrderSchedule, Provenance } from './order-schedule';
import { ordersOf, planFor, planOn } from './order-schedule';
import type { Experiment } from './step';
import { partial, progress } from './step';
import type { ExperimentContext } from './experiment-context';
import { newExperimentContext } from './experiment-context';

/** Compares all rows of one call, each with a baseline. */
export interface WholeBatchSpec {
  /** Of at least `batch` rows, or those up to `repeatedRow`. */
  readonly layer: LayerSpec;
  readonly schedule: OrderSchedule;
  readonly batch: number;
  /**
   * Null: the rows of the call are those of x, and the baseline of each is the same row computed alone. Else every row of
   * the call is this row of x, and the baseline is the result in row 0 of the same call.
   */
  readonly repeatedRow: number | null;
  /** The baseline is the same call on this adder instead, whatever adder its orders are on; there is then no repeated row. */
  readonly otherAdder?: AdderName;
}

/** Rows of a call that are summed alike. */
export interface RowOrders {
  /** Ascending. */
  readonly rows: readonly IndexRange[];
  readonly orders: readonly OrderUse[];
  readonly provenance: Provenance;
}

/** How the rows are summed. */
export interface WholeBatchPlans {
  readonly batch: number;
  readonly outFeatures: number;
  /** The call's rows in classes, by their first row. */
  readonly together: readonly RowOrders[];
  /** The rows' baselines, in classes likewise. */
  readonly baseline: readonly RowOrders[];
  /** The weakest of the rows', with the note of the last such row: it assumes most. */
  readonly provenance: Provenance;
  readonly note: string;
}

/** Some rows, row-major: `together[(row − fromRow)·N + j]`. */
export interface WholeBatchChunk {
  readonly fromRow: number;
  readonly rows: number;
  readonly together: Outputs;
  readonly baseline: Outputs;
  readonly absSum: Float64Array;
}

export type WholeBatchPartial =
  | { readonly kind: 'plans'; readonly plans: WholeBatchPlans }
  | { readonly kind: 'chunk'; readonly chunk: WholeBatchChunk }
  /** Last, of a repeated row: its distinct results. */
  | { readonly kind: 'results'; readonly results: readonly DistinctRow[] };

/** Chunks start at one row, so that there is something to see, and double up to this. */
const LARGEST_CHUNK = 16;

export function* wholeBatch(spec: WholeBatchSpec, context: ExperimentContext = newExperimentContext()): Experiment<WholeBatchPartial> {
  const { batch, repeatedRow } = spec;
  const { inFeatures: K, outFeatures: N } = spec.layer;
  const found = plansOf(spec);
  if (!found.ok) return found.error;
  const { plans, baselines } = found.value;
  const layer = repeatedRow === null ? context.prepare(spec.layer) : repeated(context.prepare(spec.layer), repeatedRow, batch);
  yield partial({ kind: 'plans', plans: describe(spec, found.value) }, []);

  const whole = repeatedRow === null ? null : makeOutputs(layer.format, batch * N);
  for (let fromRow = 0, size = 1; fromRow < batch; fromRow += size, size = Math.min(2 * size, LARGEST_CHUNK)) {
    const rows = Math.min(size, batch - fromRow);
    const together = makeOutputs(layer.format, rows * N);
    const others = makeOutputs(layer.format, rows * N);
    const absSum = new Float64Array(rows * N);
    const plansOfRows = (of: readonly Planned[]): KernelPlan[] => of.slice(fromRow, fromRow + rows).map(({ plan }) => plan);
    // Together, alone and the sizes count as a third each.
    for (const done of runRows(plansOfRows(plans), layer, fromRow, together)) yield progress(fromRow + done / 3, batch);
    if (whole === null) {
      for (const done of runRows(plansOfRows(baselines), layer, fromRow, others)) yield progress(fromRow + (rows + done) / 3, batch);
    }
    for (let r = 0; r < rows; r++) {
      absSum.set(layer.packed.sizes(layer.data.x, (fromRow + r) * K, layer.data.bias), r * N);
      yield progress(fromRow + (2 * rows + r + 1) / 3, batch);
    }
    if (whole !== null) {
      whole.set(together, fromRow * N);
      for (let r = 0; r < rows; r++) others.set(whole.subarray(0, N), r * N);
    }
    const chunk: WholeBatchChunk = { fromRow, rows, together, baseline: others, absSum };
    yield partial({ kind: 'chunk', chunk }, [together, others, absSum]);
  }
  if (whole !== null) yield partial({ kind: 'results', results: distinctRows(whole, N) }, []);
  return null;
}

interface FoundPlans {
  /** One for each row of the call, and for each row's baseline; the same object for rows that are summed alike. */
  readonly plans: readonly Planned[];
  readonly baselines: readonly Planned[];
}

function plansOf({ layer, schedule, batch, repeatedRow, otherAdder }: WholeBatchSpec): Result<FoundPlans, ParseError> {
  const rowPlan = (size: number, row: number): Result<Planned, ParseError> => planFor(schedule, layer, size, row);
  const plans: Planned[] = [];
  let planned: Result<Planned, ParseError> | undefined;
  for (let row = 0; row < batch; row++) {
    // Only recordings distinguish rows: any other plan is made, and later compiled, once.
    if (planned === undefined || schedule.kind === 'recording') planned = rowPlan(batch, row);
    if (!planned.ok) return planned;
    plans.push(planned.value);
  }
  if (otherAdder !== undefined) return onOther(otherAdder, plans, layer);
  const baseline = repeatedRow === null ? rowPlan(1, 0) : ok(plans[0]!);
  return baseline.ok ? ok({ plans, baselines: Array<Planned>(batch).fill(baseline.value) }) : baseline;
}

function onOther(adder: AdderName, plans: readonly Planned[], { format }: LayerSpec): Result<FoundPlans, ParseError> {
  const made = new Map<KernelPlan, Planned>();
  const baselines: Planned[] = [];
  for (const planned of plans) {
    const known = made.get(planned.plan);
    const other = known === undefined ? planOn(adder, planned, format) : ok(known);
    if (!other.ok) return other;
    made.set(planned.plan, other.value);
    baselines.push(other.value);
  }
  return ok({ plans, baselines });
}

function describe({ batch, layer }: WholeBatchSpec, { plans, baselines }: FoundPlans): WholeBatchPlans {
  const { provenance, note } = plans.findLast((planned) => planned.provenance !== 'recorded') ?? baselines.findLast((planned) => planned.provenance !== 'recorded') ?? baselines[0]!;
  return { batch, outFeatures: layer.outFeatures, together: classesOf(plans), baseline: classesOf(baselines), provenance, note };
}

/** Gathers the rows that have the same plan from the same source: of a recording that knows one row, others may only be modelled on it. */
function classesOf(plans: readonly Planned[]): RowOrders[] {
  const found: { readonly plan: KernelPlan; readonly provenance: Provenance; readonly rows: number[] }[] = [];
  for (const [row, { plan, provenance }] of plans.entries()) {
    const known = found.find((one) => one.plan === plan && one.provenance === provenance);
    if (known === undefined) found.push({ plan, provenance, rows: [row] });
    else known.rows.push(row);
  }
  return found.map(({ plan, provenance, rows }) => ({ rows: indexRanges(rows), orders: ordersOf(plan), provenance }));
}

/** The layer with one of its rows in all `batch` rows. */
function repeated(layer: PreparedLayer, row: number, batch: number): PreparedLayer {
  const { data } = layer;
  const K = data.inFeatures;
  const x = new Float32Array(batch * K);
  for (let r = 0; r < batch; r++) x.set(data.x.subarray(row * K, (row + 1) * K), r * K);
  return { ...layer, data: { ...data, rows: batch, x } };
}
