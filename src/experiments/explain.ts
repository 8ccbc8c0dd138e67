import type { KernelPlan, SumMethod } from '../linear/sum-method';
import { wholePlan } from '../linear/sum-method';
import { runRows } from '../linear/plan-pieces';
import { runPlan } from '../linear/run-plan';
import type { Candidate, ExplainSource, NamedOrders } from './explain-candidates';
import { explainCandidates, OrderKeys } from './explain-candidates';
import type { ExperimentContext } from './experiment-context';
import { newExperimentContext } from './experiment-context';
import type { LayerSpec } from './layer-spec';
import type { OrderUse } from './order-schedule';
import { ordersOf } from './order-schedule';
import type { Experiment } from './step';
import { partial, progress } from './step';

/** Results of a layer with known x, W and b, and the recordings whose orders may have produced them. */
export interface ExplainSpec {
  /** In float32; its rows are those of the results. */
  readonly layer: LayerSpec;
  /** Each rows × N, float32, row-major: a, b, … */
  readonly results: readonly Float32Array[];
  readonly recordings: readonly NamedOrders[];
}

/** How a candidate compares with each of the results, on bits. */
export interface ExplainMatch {
  readonly source: ExplainSource;
  /** Its orders for row 0. */
  readonly orders: readonly OrderUse[];
  /** For each result, the number of outputs that are equal to the bit. */
  readonly equal: readonly number[];
  /** For each result, the first output that isn't; −1 if all are. */
  readonly firstDiffering: readonly number[];
  /** Outputs tested: all rows × N, or those tested before the candidate was ruled out. */
  readonly tested: number;
}

/** What the matches are worth. */
export interface ExplainSummary {
  /** Distinct methods that were run. */
  readonly run: number;
  /** rows × N */
  readonly outputs: number;
  /** Outputs where the methods run there disagree: only these tell orders apart. */
  readonly telling: number;
}

export type ExplainPartial = { readonly kind: 'match'; readonly match: ExplainMatch } | { readonly kind: 'summary'; readonly summary: ExplainSummary };

/** If running all recorded orders costs more products than this, they may be given up on early like the others. */
const GIVE_UP_FROM = 2 ** 29;
/** Outputs in each strip tested before giving up: one at the start and one in the middle. */
const PROBE = 64;

/** Where an order agrees with the results. */
interface Agreement {
  /** For each result, 1 at outputs (of rows × N) that are equal to the bit. */
  readonly equal: readonly Uint8Array[];
  /** Null if all outputs were run. */
  readonly tested: Uint8Array | null;
}

/** The first bits seen at each output, and where later ones differed. */
interface Telling {
  readonly first: Int32Array;
  readonly seen: Uint8Array;
  readonly telling: Uint8Array;
}

/**
 * Whose digits are these? Runs each distinct order of the candidates once, over all outputs and rows, and yields for each
 * candidate how many outputs of each result it gives to the bit. An order that was not recorded for exactly these outputs
 * is first probed on a few, and given up on if it differs from every result at most of them. NaN equals NaN, −0 and +0
 * differ. Equal bits are evidence for an order only if other orders give other bits, which the final summary reports.
 */
export function* explain({ layer: spec, results, recordings }: ExplainSpec, context: ExperimentContext = newExperimentContext()): Experiment<ExplainPartial> {
  const { inFeatures: K, outFeatures: N, rows } = spec;
  const outputs = rows * N;
  const odd = results.find((result) => result.length !== outputs);
  if (odd !== undefined) return { message: `A result has ${odd.length} numbers, the layer ${outputs} outputs.` };
  if (spec.format !== 'float32') return { message: 'Orders were recorded in float32; a layer in another format can’t be explained by them.' };

  yield progress(0, 1);
  const keys = new OrderKeys();
  const candidates: Candidate[] = [];
  for (const some of explainCandidates(spec, recordings, keys)) {
    candidates.push(...some);
    yield progress(0, 1);
  }
  const methods = new Map<string, SumMethod>();
  for (const { plans } of candidates) for (const { parts } of new Set(plans)) for (const { method } of parts) methods.set(keys.of(method), methods.get(keys.of(method)) ?? method);
  const layer = context.prepare(spec);
  const bits = results.map(bitsIn);
  const recorded = new Set(candidates.flatMap(({ source, plans }) => (source.kind === 'recording' && source.fit !== 'carried' ? plans.flatMap(({ parts }) => parts.map(({ method }) => keys.of(method))) : [])));
  const isLong = recorded.size * K * outputs > GIVE_UP_FROM;
  const common: Telling = { first: new Int32Array(outputs), seen: new Uint8Array(outputs), telling: new Uint8Array(outputs) };

  const agreements = new Map<string, Agreement>();
  const out = new Float32Array(outputs);
  const pending = new Set(candidates);
  for (const [key, method] of methods) {
    const plan = wholePlan(method, N);
    let isGivenUp = false;
    if (isLong || !recorded.has(key)) {
      const middle = Math.min(N - 1, Math.floor(N / 2 / PROBE) * PROBE);
      const columns = [[0, Math.min(N, PROBE) - 1] as const, ...(middle >= PROBE ? [[middle, Math.min(N, middle + PROBE) - 1] as const] : [])];
      runPlan({ parts: [{ columns, method }] }, layer, 0, out);
      const tested = new Uint8Array(outputs);
      for (const [from, to] of columns) tested.fill(1, from, to + 1);
      const agreement = compared(out, bits, tested);
      const looked = columns.reduce((sum, [from, to]) => sum + to - from + 1, 0);
      isGivenUp = agreement.equal.every((equal) => 2 * equal.reduce((sum, one) => sum + one, 0) < looked);
      if (isGivenUp) {
        agreements.set(key, agreement);
        noteTelling(common, out, tested);
      }
      yield progress(agreements.size, methods.size);
    }
    if (!isGivenUp) {
      for (const done of runRows(Array<KernelPlan>(rows).fill(plan), layer, 0, out)) yield progress(agreements.size + done / rows, methods.size);
      agreements.set(key, compared(out, bits, null));
      noteTelling(common, out, null);
    }
    for (const candidate of pending) {
      const match = matchOf(candidate, agreements, keys, N, results.length);
      if (match === null) continue;
      pending.delete(candidate);
      yield partial({ kind: 'match', match }, []);
    }
    yield progress(agreements.size, methods.size);
  }
  yield partial({ kind: 'summary', summary: { run: methods.size, outputs, telling: common.telling.reduce((sum, one) => sum + one, 0) } }, []);
  return null;
}

/** Bit patterns, with all NaN equal. */
function bitsIn(values: Float32Array): Int32Array {
  const bits = new Int32Array(values.length);
  const view = new Int32Array(values.buffer, values.byteOffset, values.length);
  for (let i = 0; i < bits.length; i++) bits[i] = Number.isNaN(values[i]) ? 0x7fc00000 : view[i]!;
  return bits;
}

function compared(out: Float32Array, results: readonly Int32Array[], tested: Uint8Array | null): Agreement {
  const bits = bitsIn(out);
  return { equal: results.map((result) => Uint8Array.from(result, (bit, i) => (bit === bits[i] && tested?.[i] !== 0 ? 1 : 0))), tested };
}

function noteTelling({ first, seen, telling }: Telling, out: Float32Array, tested: Uint8Array | null): void {
  const bits = bitsIn(out);
  for (let i = 0; i < bits.length; i++) {
    if (tested?.[i] === 0) continue;
    if (seen[i] === 0) [first[i], seen[i]] = [bits[i]!, 1];
    else if (bits[i] !== first[i]) telling[i] = 1;
  }
}

/** A candidate's match; null until all its orders have been run. */
function matchOf({ source, plans }: Candidate, agreements: ReadonlyMap<string, Agreement>, keys: OrderKeys, N: number, results: number): ExplainMatch | null {
  const equal = new Array<number>(results).fill(0);
  const firstDiffering = new Array<number>(results).fill(-1);
  let tested = 0;
  for (const [row, plan] of plans.entries()) {
    for (const { columns, method } of plan.parts) {
      const agreement = agreements.get(keys.of(method));
      if (agreement === undefined) return null;
      for (const [from, to] of columns) {
        for (let i = row * N + from; i <= row * N + to; i++) {
          if (agreement.tested?.[i] === 0) continue;
          tested += 1;
          for (let r = 0; r < results; r++) {
            if (agreement.equal[r]![i] === 1) equal[r]! += 1;
            else if (firstDiffering[r]! < 0 || i < firstDiffering[r]!) firstDiffering[r] = i;
          }
        }
      }
    }
  }
  return { source, orders: ordersOf(plans[0]!), equal, firstDiffering, tested };
}
