import { batchSweep } from '../experiments/batch-sweep';
import { cell } from '../experiments/cell';
import type { Experiment } from '../experiments/step';
import { OnDemand } from '../lib/on-demand';
import type { ExperimentContext } from '../experiments/experiment-context';
import type { ExperimentKind, Experiments, Job } from './protocol';

/** Kinds from the shortest to the longest: shorter ones go first, whatever else is running. */
export const URGENCY: readonly ExperimentKind[] = ['recording', 'cell', 'thread', 'explain', 'sweep', 'remedies', 'depth', 'split-k', 'whole', 'flips', 'growth'];

type Start<K extends ExperimentKind> = (spec: Experiments[K]['spec'], context: ExperimentContext) => Experiment<Experiments[K]['partial']>;

/** How a kind's code is fetched. */
export type Loaders = { readonly [K in ExperimentKind]?: () => Promise<Start<K>> };

/** The worker's own script has what the Lab starts with; these are loaded on demand, in every worker. */
const LOADERS: Loaders = {
  thread: async () => (await import('../experiments/thread')).thread,
  whole: async () => (await import('../experiments/whole-batch')).wholeBatch,
  growth: async () => (await import('../experiments/growth')).growth,
};

/** Every experiment by its kind, some not loaded yet. */
export class ExperimentTable {
  private readonly starts: { [K in ExperimentKind]?: Start<K> } = { cell, sweep: batchSweep };
  private readonly later: ReadonlyMap<string, OnDemand<unknown>>;

  /** @param more further kinds for this worker */
  constructor(more: Loaders = {}) {
    this.later = new Map(Object.entries<() => Promise<unknown>>({ ...LOADERS, ...more }).map(([kind, load]) => [kind, new OnDemand(load)]));
  }

  /** Null if the kind's code is loaded, or is nowhere; else a promise of it, which rejects if it fails to load. */
  load(kind: ExperimentKind): Promise<void> | null {
    return this.later.get(kind)?.load() ?? null;
  }

  /** @throws if the kind's code is not loaded */
  start({ kind, spec }: Job, context: ExperimentContext): Experiment<Experiments[ExperimentKind]['partial']> {
    // The table has each kind's own function under its name, which the compiler can't follow.
    const start = (this.starts[kind] ?? this.later.get(kind)?.now) as Start<ExperimentKind> | null | undefined;
    if (!start) throw new Error(`nothing here can compute ${kind}`);
    return start(spec, context);
  }
}
