import { LIMITS } from '../lib/limits';
import { formatCount } from '../lib/words';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Engine } from '../linear/engine';
import { FROUND } from '../linear/fround-engine';
import type { IndexRange } from '../linear/index-ranges';
import { indexCount, indicesOf } from '../linear/index-ranges';
import { GROUP_COST, rowProducts, runRows } from '../linear/plan-pieces';
import type { PreparedLayer } from '../linear/run-plan';
import { prepareLayer } from '../linear/run-plan';
import type { KernelPlan } from '../linear/sum-method';
import { outputBytes } from './output-bytes';
import type { RecordedCall, Recording, RowClass } from './recording';
import { layerFormats, planOf } from './recording';
import { layerOf } from './recording-layer';

/** Outputs that an order computes together, counted alike for every engine; none has wider strips. */
const STRIP = 64;

/** The result of running one recorded call again. */
export interface ReplayedCall {
  readonly batch: number;
  /** Whether all rows together have the recorded digest; null if the recording has none. */
  readonly digestIsEqual: boolean | null;
  /**
   * Of `total` outputs, those proved equal to the bit: those of all rows if the digest is equal, else those of rows with
   * recorded bits; outputs that differ from recorded bits are not among them.
   */
  readonly equal: number;
  readonly total: number;
  /** Rows with recorded bits where not all are equal, ascending, with the outputs that are not, ascending. */
  readonly differing: readonly { readonly row: number; readonly columns: readonly number[] }[];
}

/** One call again, and how each of its kernels fared. */
export interface ReplayedKernels extends ReplayedCall {
  /** For each class of rows, its kernels: a file can make millions of them. */
  readonly kernels: readonly ReplayedKernel[];
}

export interface ReplayedKernel {
  readonly rows: readonly IndexRange[];
  readonly columns: readonly IndexRange[];
  readonly orderText: string;
  /** Like those of the call. */
  readonly equal: number;
  readonly total: number;
}

/**
 * Runs every call of a recording on its data and compares the bits with what the library returned: −0 is not +0, but all NaN
 * are equal, since IEEE 754 leaves the payload open.
 */
export function* replay(recording: Recording, engine: Engine = FROUND): Generator<ReplayedKernels, void, undefined> {
  const layer = prepareRecorded(recording, engine);
  for (const call of recording.calls) {
    const rows = replayCall(recording, call, layer);
    let step = rows.next();
    while (!step.done) step = rows.next();
    const { digestIsEqual, differing } = step.value;
    const proving = digestIsEqual === true ? null : recordedRows(recording, call);
    yield { ...step.value, kernels: call.classes.flatMap((one) => kernelsOf(one, proving, differing)) };
  }
}

/** The rows of a call whose bits are recorded. */
function recordedRows({ outputs }: Recording, { batch }: RecordedCall): Map<number, Float32Array> {
  return new Map(outputs.filter((output) => output.batch === batch).map(({ row, values }) => [row, values]));
}

/** Why a recording's replay is too much work, in a sentence; null if it isn't. The same file gives the same answer on every engine. */
export function replayProblem({ operation: { inFeatures }, calls }: Recording): string | null {
  const size = { inFeatures, strip: STRIP };
  const classes = calls.flatMap((call) => call.classes);
  const products = classes.reduce((sum, { rows, plan }) => sum + indexCount(rows) * rowProducts(planOf(plan), size), 0);
  if (products <= LIMITS.replayProducts) return null;
  const [needed, most] = [products, LIMITS.replayProducts].map((count) => formatCount(Math.ceil(count / 1e9)));
  const groups = classes.some(({ plan }) => plan.some(({ order }) => order.adder !== null));
  return `Its replay would take ${needed} billion products, with all outputs of every block of ${STRIP} that an order has outputs in${groups ? `, and ${GROUP_COST} for each product in a group` : ''}; at most ${most} billion are computed.`;
}

/** The layer of a recording, ready for `replayCall`. */
export function prepareRecorded(recording: Recording, engine: Engine): PreparedLayer {
  const { format, output } = layerFormats(recording.operation);
  return prepareLayer(layerOf(recording), format, engine, output);
}

/** Runs one call. Yields the number of rows done every few milliseconds, so that a worker can report or stop in between. */
export function* replayCall(recording: Recording, call: RecordedCall, layer: PreparedLayer): Generator<number, ReplayedCall, undefined> {
  const N = layer.data.outFeatures;
  const recorded = recordedRows(recording, call);
  const hash = call.digest === null ? null : sha256.create();
  const differing: ReplayedCall['differing'][number][] = [];
  const plans = Array<KernelPlan | undefined>(call.batch).fill(undefined);
  for (const { rows, plan } of call.classes) for (const row of indicesOf(rows)) plans[row] = planOf(plan);
  const computed = new Float32Array(call.batch * N);
  let row = 0;
  let known = 0;
  for (const done of runRows(plans, layer, 0, computed)) {
    for (; row < done; row++) {
      if (plans[row] === undefined) continue;
      const values = computed.subarray(row * N, (row + 1) * N);
      const columns = differingColumns(values, recorded.get(row));
      if (columns.length > 0) differing.push({ row, columns });
      hash?.update(outputBytes(values));
      known++;
    }
    yield known;
  }
  const digestIsEqual = hash && bytesToHex(hash.digest()) === call.digest;
  const wrong = differing.reduce((sum, { columns }) => sum + columns.length, 0);
  return { batch: call.batch, digestIsEqual, equal: (digestIsEqual === true ? known : recorded.size) * N - wrong, total: known * N, differing };
}

/** @param proving the rows that prove a kernel, or null for all its rows */
function kernelsOf({ rows, plan }: RowClass, proving: ReadonlyMap<number, unknown> | null, differing: ReplayedCall['differing']): ReplayedKernel[] {
  const own = new Set(indicesOf(rows));
  const proved = proving === null ? own.size : [...own].filter((row) => proving.has(row)).length;
  const wrong = new Map<number, number>();
  for (const { row, columns } of differing) if (own.has(row)) for (const column of columns) wrong.set(column, (wrong.get(column) ?? 0) + 1);
  return plan.map(({ columns, orderText }) => {
    const outputs = indexCount(columns);
    let equal = proved * outputs;
    if (wrong.size > 0) for (const column of indicesOf(columns)) equal -= wrong.get(column) ?? 0;
    return { rows, columns, orderText, equal, total: own.size * outputs };
  });
}

function differingColumns(computed: Float32Array, recorded: Float32Array | undefined): number[] {
  const differing: number[] = [];
  if (recorded !== undefined) for (let j = 0; j < recorded.length; j++) if (!Object.is(computed[j], recorded[j])) differing.push(j);
  return differing;
}
