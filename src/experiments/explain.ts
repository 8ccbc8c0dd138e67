import type { SumMethod } from '../linear/sum-method';
import { wholePlan } from '../linear/sum-method';
import { pieceOf, runPlan } from '../linear/run-plan';
import type { Candidate, ExplainSource, NamedRecording } from './explain-candidates';
import { explainCandidates, OrderKeys } from './explain-candidates';
import type { ExperimentContext } from './experiment-context';
import { newExperimentContext } from './experiment-context';
import type { LayerSpec } from './layer-spec';
import type { OrderUse } from './order-schedule';
import { ordersOf } from './order-schedule';
import { planPieces } from './plan-pieces';
import type { Experiment } from './step';
import { partial, progress } from './step';

/** Results of a layer whose x, W and b are known, and the recordings that may have made them. */
export interface ExplainSpec {
  /** In float32; its rows are those of the results. */
  readonly layer: LayerSpec;
  /** Each rows × N, float32, row-major: a, b, … */
  readonly results: readonly Float32Array[];
  readonly recordings: readonly NamedRecording[];
}

/** How a candidate came out against each of the results, on bits. */
export interface ExplainMatch {
  readonly source: ExplainSource;
  /** Its orders, as row 0 has them. */
  readonly orders: readonly OrderUse[];
  /** For each result: outputs that are equal to the bit. */
  readonly equal: readonly number[];
  /** For each result: the first output that isn't; −1 where all are. */
  readonly firstDiffering: readonly number[];
  /** Outputs that were looked at: all rows × N, or those before it was given up, as it could not be it any more. */
  readonly tested: number;
}

/** What the matches are worth. */
export interface ExplainSummary {
  /** Distinct ways that were run. */
  readonly run: number;
  /** rows × N */
  readonly outputs: number;
  /** Outputs at which not all that were run there agree: only these tell orders apart. */
  readonly telling: number;
}

export type ExplainPartial = { readonly kind: 'match'; readonly match: ExplainMatch } | { readonly kind: 'summary'; readonly summary: ExplainSummary };

/** Where all recorded orders are more work than that, they are given up on as the others are. */
const GIVE_UP_FROM = 2 ** 29;
/** Outputs that are looked at before giving up: one strip of the kernel, and one in the middle. */
const PROBE = 64;

/** Where the results and an order agree. */
interface Agreement {
  /** For each result, 1 at the outputs (rows × N) that are equal to the bit. */
  readonly equal: readonly Uint8Array[];
  /** Null where all outputs were run. */
  readonly tested: Uint8Array | null;
}

/** The bits that came first at each output, and where others came after them. */
interface Telling {
  readonly first: Int32Array;
  readonly seen: Uint8Array;
  readonly telling: Uint8Array;
}

/**
 * Whose digits are these? Runs each distinct order of the candidates once, over all outputs and rows, and says of each candidate
 * how many outputs of each result it gives to the bit. What was not recorded for these very outputs is given up on after the
 * first of them if it differs from every result at most of them. NaN counts as equal to NaN, −0 and +0 as different. Equal bits are evidence
 * for an order as far as other orders give other bits, which the summary at the end says.
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
  const recorded = new Set(candidates.flatMap(({ source, plans }) => (source.kind === 'recording' && source.fit === 'whole' ? plans.flatMap(({ parts }) => parts.map(({ method }) => keys.of(method))) : [])));
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
      for (const piece of planPieces(plan, K, N, pieceOf(layer))) {
        for (let row = 0; row < rows; row++) {
          runPlan(piece, layer, row, out, row * N);
          yield progress(agreements.size, methods.size);
        }
      }
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

/** Bit patterns, all NaN alike. */
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

/** Null while some of its orders have not been run. */
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
