import type { RowReferences, SweepRow, SweepSpec } from '../experiments/batch-sweep';
import type { CellNumbers, CellSpec } from '../experiments/cell';
import type { DistinctRow } from '../experiments/distinct-rows';
import type { DepthLayer, DepthSpec } from '../experiments/depth';
import type { ExplainMatch, ExplainSpec, ExplainSummary } from '../experiments/explain';
import type { FlipsChunk, FlipsSpec } from '../experiments/flips';
import type { GrowthPoint, GrowthSpec } from '../experiments/growth';
import type { NetworkOrders } from '../experiments/network-plans';
import type { Provenance } from '../experiments/order-schedule';
import type { RemediesSpec, Remedy } from '../experiments/remedies';
import type { SplitKPiece, SplitKSpec } from '../experiments/split-k';
import type { ThreadRow, ThreadSpec } from '../experiments/thread';
import type { WholeBatchPlans, WholeBatchSpec } from '../experiments/whole-batch';
import type { Outputs } from '../linear/run-plan';

/** The places on the page that show a calculation; each has at most one running. */
export interface Channels {
  readonly thread: 'thread';
  /** The output whose trees are shown beside the thread's lines. */
  readonly threadCell: 'cell';
  readonly sweep: 'sweep';
  readonly whole: 'whole';
  readonly growth: 'growth';
  /** The sums of `DRIFT_METHODS`, on the numbers of the growth settings. */
  readonly drift: 'growth';
  readonly depth: 'depth';
  readonly flips: 'flips';
  readonly remedies: 'remedies';
  readonly explain: 'explain';
  readonly splitK: 'split-k';
  /** The output selected in the Lab. */
  readonly cell: 'cell';
}

export type Channel = keyof Channels;

export const CHANNELS: { readonly [C in Channel]: Channels[C] } = {
  thread: 'thread',
  threadCell: 'cell',
  sweep: 'sweep',
  whole: 'whole',
  growth: 'growth',
  drift: 'growth',
  depth: 'depth',
  flips: 'flips',
  remedies: 'remedies',
  explain: 'explain',
  splitK: 'split-k',
  cell: 'cell',
};

export interface ThreadResult {
  readonly spec: ThreadSpec;
  readonly rows: readonly ThreadRow[];
}

export interface CellResult {
  readonly spec: CellSpec;
  readonly numbers: CellNumbers;
}

export interface SweepResult {
  readonly spec: SweepSpec;
  readonly references: RowReferences;
  /** Those done so far, in the order of `spec.batches`. */
  readonly rows: readonly SweepRow[];
}

/** Row-major, `batch` × N; filled up to `rowsDone`. Updates reuse the arrays. */
export interface WholeResult {
  readonly spec: WholeBatchSpec;
  readonly plans: WholeBatchPlans;
  readonly rowsDone: number;
  readonly together: Outputs;
  readonly baseline: Outputs;
  readonly absSum: Float64Array;
  /** The distinct results of a repeated row, once all rows are done; else null. */
  readonly results: readonly DistinctRow[] | null;
}

export interface GrowthResult {
  readonly spec: GrowthSpec;
  /** Those done so far, K ascending. */
  readonly points: readonly GrowthPoint[];
}

export interface DepthResult {
  readonly spec: DepthSpec;
  readonly orders: NetworkOrders;
  /** Those done so far, the first layer first. */
  readonly layers: readonly DepthLayer[];
}

export interface FlipsResult {
  readonly spec: FlipsSpec;
  readonly orders: NetworkOrders;
  /** Those done so far. */
  readonly chunks: readonly FlipsChunk[];
}

export interface RemediesResult {
  readonly spec: RemediesSpec;
  /** N */
  readonly of: number;
  readonly provenance: Provenance;
  readonly note: string;
  /** Those done so far, in the order of the table. */
  readonly remedies: readonly Remedy[];
}

export interface SplitKResult {
  readonly spec: SplitKSpec;
  /** Those done so far, in the order of `spec.kernels`. */
  readonly pieces: readonly SplitKPiece[];
}

export interface ExplainResult {
  readonly spec: ExplainSpec;
  /** Those done so far, the likeliest first. */
  readonly matches: readonly ExplainMatch[];
  /** Null until all are done. */
  readonly summary: ExplainSummary | null;
}

/** What is on the screen: from the newest request that has something to show. */
export interface Results {
  readonly thread: ThreadResult | null;
  readonly threadCell: CellResult | null;
  readonly sweep: SweepResult | null;
  readonly whole: WholeResult | null;
  readonly growth: GrowthResult | null;
  readonly drift: GrowthResult | null;
  readonly depth: DepthResult | null;
  readonly flips: FlipsResult | null;
  readonly remedies: RemediesResult | null;
  readonly explain: ExplainResult | null;
  readonly splitK: SplitKResult | null;
  readonly cell: CellResult | null;
}
