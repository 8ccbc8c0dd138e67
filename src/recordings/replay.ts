import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Engine } from '../linear/engine';
import { FROUND } from '../linear/fround-engine';
import type { IndexRange } from '../linear/index-ranges';
import { indexCount, indicesOf } from '../linear/index-ranges';
import type { PreparedLayer } from '../linear/run-plan';
import { pieceOf, prepareLayer, runPlan } from '../linear/run-plan';
import { outputBytes } from './output-bytes';
import type { RecordedCall, Recording, RowClass } from './recording';
import { planOf } from './recording';
import { layerOf } from './recording-layer';

/** The result of running one recorded call again. */
export interface ReplayedCall {
  readonly batch: number;
  /** Whether all rows together have the recorded digest; null if the recording has none. */
  readonly digestIsEqual: boolean | null;
  /** For each class of rows, its kernels. */
  readonly kernels: readonly ReplayedKernel[];
  /** Sums over the kernels. */
  readonly equal: number;
  readonly total: number;
  /** Rows with recorded bits where not all are equal, ascending, with the outputs that are not, ascending. */
  readonly differing: readonly { readonly row: number; readonly columns: readonly number[] }[];
}

export interface ReplayedKernel {
  readonly rows: readonly IndexRange[];
  readonly columns: readonly IndexRange[];
  readonly orderText: string;
  /**
   * Of `total` outputs, those proved equal to the bit: those of all rows if the digest is equal, else those of rows with
   * recorded bits; outputs that differ from recorded bits are not among them.
   */
  readonly equal: number;
  readonly total: number;
}

/**
 * Runs every call of a recording on its data and compares the bits with what the library returned: −0 is not +0, but all NaN
 * are equal, since IEEE 754 leaves the payload open.
 */
export function* replay(recording: Recording, engine: Engine = FROUND): Generator<ReplayedCall, void, undefined> {
  const layer = prepareRecorded(recording, engine);
  for (const call of recording.calls) {
    const rows = replayCall(recording, call, layer);
    let step = rows.next();
    while (!step.done) step = rows.next();
    yield step.value;
  }
}

/** The layer of a recording, ready for `replayCall`. */
export function prepareRecorded(recording: Recording, engine: Engine): PreparedLayer {
  return prepareLayer(layerOf(recording), 'float32', engine);
}

/** Runs one call. Yields the number of rows done so far, so that a worker can report or stop in between. */
export function* replayCall({ outputs }: Recording, call: RecordedCall, layer: PreparedLayer): Generator<number, ReplayedCall, undefined> {
  const { inFeatures: K, outFeatures: N } = layer.data;
  const recorded = new Map(outputs.filter(({ batch }) => batch === call.batch).map(({ row, values }) => [row, values]));
  const hash = call.digest === null ? null : sha256.create();
  const differing: ReplayedCall['differing'][number][] = [];
  let done = 0;
  for (const { first, count, plan } of runsOf(call, Math.floor(pieceOf(layer) / (K * N)))) {
    const computed = new Float32Array(count * N);
    runPlan(planOf(plan), layer, first, computed, 0, count);
    for (let r = 0; r < count; r++) {
      const columns = differingColumns(computed.subarray(r * N, (r + 1) * N), recorded.get(first + r));
      if (columns.length > 0) differing.push({ row: first + r, columns });
    }
    hash?.update(outputBytes(computed));
    done += count;
    yield done;
  }
  const digestIsEqual = hash && bytesToHex(hash.digest()) === call.digest;
  const kernels = call.classes.flatMap((one) => kernelsOf(one, digestIsEqual === true ? null : recorded, differing));
  const sum = (of: 'equal' | 'total'): number => kernels.reduce((all, kernel) => all + kernel[of], 0);
  return { batch: call.batch, digestIsEqual, kernels, equal: sum('equal'), total: sum('total'), differing };
}

/** The known rows as runs of at most `longest` consecutive rows of one class, ascending. */
function runsOf({ classes }: RecordedCall, longest: number): { readonly first: number; readonly count: number; readonly plan: RowClass['plan'] }[] {
  const most = Math.max(1, longest);
  const ranges = classes.flatMap(({ rows, plan }) => rows.map(([from, to]) => ({ from, to, plan }))).sort((a, b) => a.from - b.from);
  return ranges.flatMap(({ from, to, plan }) =>
    Array.from({ length: Math.ceil((to - from + 1) / most) }, (_, i) => ({ first: from + i * most, count: Math.min(most, to - from + 1 - i * most), plan })),
  );
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
