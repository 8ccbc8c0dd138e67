import type { SweepPartial, SweepSpec } from '../experiments/batch-sweep';
import type { CellNumbers, CellSpec } from '../experiments/cell';
import type { DepthPartial, DepthSpec } from '../experiments/depth';
import type { ExplainPartial, ExplainSpec } from '../experiments/explain';
import type { FlipsPartial, FlipsSpec } from '../experiments/flips';
import type { GrowthPoint, GrowthSpec } from '../experiments/growth';
import type { ReadRecordingPartial, ReadRecordingSpec } from '../experiments/read-recording';
import type { RemediesPartial, RemediesSpec } from '../experiments/remedies';
import type { SplitKPiece, SplitKSpec } from '../experiments/split-k';
import type { ThreadRow, ThreadSpec } from '../experiments/thread';
import type { WholeBatchPartial, WholeBatchSpec } from '../experiments/whole-batch';
import type { EngineName } from '../linear/engine';

/** What the worker can compute: each experiment's spec, and the pieces its result comes in. */
export interface Experiments {
  readonly thread: { readonly spec: ThreadSpec; readonly partial: ThreadRow };
  readonly cell: { readonly spec: CellSpec; readonly partial: CellNumbers };
  readonly sweep: { readonly spec: SweepSpec; readonly partial: SweepPartial };
  readonly whole: { readonly spec: WholeBatchSpec; readonly partial: WholeBatchPartial };
  readonly growth: { readonly spec: GrowthSpec; readonly partial: GrowthPoint };
  readonly depth: { readonly spec: DepthSpec; readonly partial: DepthPartial };
  readonly flips: { readonly spec: FlipsSpec; readonly partial: FlipsPartial };
  readonly recording: { readonly spec: ReadRecordingSpec; readonly partial: ReadRecordingPartial };
  readonly explain: { readonly spec: ExplainSpec; readonly partial: ExplainPartial };
  readonly remedies: { readonly spec: RemediesSpec; readonly partial: RemediesPartial };
  readonly 'split-k': { readonly spec: SplitKSpec; readonly partial: SplitKPiece };
}

export type ExperimentKind = keyof Experiments;

/** An experiment with its spec. */
export type Job = { readonly [K in ExperimentKind]: { readonly kind: K; readonly spec: Experiments[K]['spec'] } }[ExperimentKind];

/** `fastest`: the fastest engine that passed its test on this machine. */
export type EngineChoice = 'fastest' | 'fround';

/** How a job was run. */
export interface Ran {
  readonly engine: EngineName;
  /** Why that is not WebAssembly although the fastest engine was requested; else null. */
  readonly why: string | null;
  /** Time that the worker spent on it. */
  readonly milliseconds: number;
}

/**
 * To the worker. The page chooses the ids, each used once. A file is sent unread, so that its text, which can be large,
 * never reaches the page's own thread.
 */
export type Request =
  | { readonly type: 'run'; readonly id: number; readonly job: Job; readonly engine: EngineChoice }
  | { readonly type: 'read'; readonly id: number; readonly file: Blob }
  | { readonly type: 'cancel'; readonly id: number };

/** From the worker; `done` or `failed` is the last word on an id, unless it was cancelled. */
export type Response =
  | { readonly type: 'partial'; readonly id: number; readonly value: Experiments[ExperimentKind]['partial'] }
  | { readonly type: 'progress'; readonly id: number; readonly done: number; readonly total: number }
  | { readonly type: 'done'; readonly id: number; readonly ran: Ran }
  | { readonly type: 'failed'; readonly id: number; readonly message: string; /** The worker lacks code for it, and should give way to another. */ readonly missingCode?: true };
