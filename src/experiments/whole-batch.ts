import { makeOutputs } from '../linear/make-outputs';
import type { Outputs } from '../linear/run-plan';
import { pieceOf, runPlan } from '../linear/run-plan';
import type { KernelPlan } from '../linear/sum-method';
import type { ParseError, Result } from '../lib/result';
import type { LayerSpec } from './layer-spec';
import type { OrderUse, Planned, OrderSchedule, Provenance } from './order-schedule';
import { inFormat, ordersOf, planFor } from './order-schedule';
import { planPieces } from './plan-pieces';
import type { Experiment } from './step';
import { partial, progress } from './step';
import type { ExperimentContext } from './experiment-context';
import { newExperimentContext } from './experiment-context';

/** Compares all rows of one call with the same rows one at a time; `layer.rows` is at least `batch`. */
export interface WholeBatchSpec {
  readonly layer: LayerSpec;
  readonly schedule: OrderSchedule;
  readonly batch: number;
}

/** How the rows are summed; rows can differ in this, and `together` is row 0's plan. */
export interface WholeBatchPlans {
  readonly batch: number;
  readonly outFeatures: number;
  readonly together: readonly OrderUse[];
  readonly alone: readonly OrderUse[];
  readonly provenance: Provenance;
  readonly note: string;
}

/** Some rows, row-major: `together[(row − fromRow)·N + j]`. */
export interface WholeBatchChunk {
  readonly fromRow: number;
  readonly rows: number;
  readonly together: Outputs;
  readonly alone: Outputs;
  readonly absSum: Float64Array;
}

export type WholeBatchPartial =
  | { readonly kind: 'plans'; readonly plans: WholeBatchPlans }
  | { readonly kind: 'chunk'; readonly chunk: WholeBatchChunk };

/** Chunks start at one row, so that there is something to see, and double up to this. */
const LARGEST_CHUNK = 16;

export function* wholeBatch(spec: WholeBatchSpec, context: ExperimentContext = newExperimentContext()): Experiment<WholeBatchPartial> {
  const { batch } = spec;
  const { inFeatures: K, outFeatures: N } = spec.layer;
  const alone = rowPlan(spec, 1, 0);
  if (!alone.ok) return alone.error;
  const plans: KernelPlan[] = [];
  let modelled: Planned | undefined;
  let together: Result<Planned, ParseError> | undefined;
  for (let row = 0; row < batch; row++) {
    // Only recordings distinguish rows: any other plan is made, and later compiled, once.
    if (together === undefined || spec.schedule.kind === 'recording') together = rowPlan(spec, batch, row);
    if (!together.ok) return together.error;
    plans.push(together.value.plan);
    if (together.value.provenance !== 'recorded') modelled ??= together.value;
  }
  const layer = context.prepare(spec.layer);
  const { provenance, note } = modelled ?? inFormat(alone.value, layer.format);
  const orders = { together: ordersOf(plans[0]!), alone: ordersOf(alone.value.plan) };
  yield partial({ kind: 'plans', plans: { batch, outFeatures: N, ...orders, provenance, note } }, []);

  const most = pieceOf(layer);
  // Sums that are not trees are so slow that a row of them takes more than one step.
  const trees = [alone.value.plan, ...plans].every(({ parts }) => parts.every(({ method }) => method.kind === 'order'));
  const rowsAtOnce = trees ? Math.max(1, Math.floor(most / (K * N))) : 1;
  for (let fromRow = 0, size = 1; fromRow < batch; fromRow += size, size = Math.min(2 * size, LARGEST_CHUNK)) {
    const rows = Math.min(size, batch - fromRow);
    const together = makeOutputs(layer.format, rows * N);
    const singles = makeOutputs(layer.format, rows * N);
    const absSum = new Float64Array(rows * N);
    const chunkPlans = plans.slice(fromRow, fromRow + rows);
    for (const { first, plan, count } of runsOf(chunkPlans, rowsAtOnce)) {
      const row = fromRow + first;
      for (const piece of planPieces(plan, K, N, most)) {
        runPlan(piece, layer, row, together, first * N, count);
        yield progress(row, batch);
      }
      for (const piece of planPieces(alone.value.plan, K, N, most)) {
        runPlan(piece, layer, row, singles, first * N, count);
        yield progress(row + count / 2, batch);
      }
      for (let r = 0; r < count; r++) {
        absSum.set(layer.packed.sizes(layer.data.x, (row + r) * K, layer.data.bias), (first + r) * N);
        yield progress(row + r + 1, batch);
      }
    }
    const chunk: WholeBatchChunk = { fromRow, rows, together, alone: singles, absSum };
    yield partial({ kind: 'chunk', chunk }, [together, singles, absSum]);
  }
  return null;
}

/** Runs of at most `longest` rows with the same plan, which can be computed together. */
function runsOf(plans: readonly KernelPlan[], longest: number): { readonly first: number; readonly plan: KernelPlan; readonly count: number }[] {
  const runs: { first: number; plan: KernelPlan; count: number }[] = [];
  for (const [row, plan] of plans.entries()) {
    const last = runs.at(-1);
    if (last !== undefined && last.plan === plan && last.count < longest) last.count++;
    else runs.push({ first: row, plan, count: 1 });
  }
  return runs;
}

function rowPlan({ layer, schedule }: WholeBatchSpec, batch: number, row: number): Result<Planned, ParseError> {
  return planFor(schedule, layer.inFeatures, layer.outFeatures, layer.bias, batch, row);
}
