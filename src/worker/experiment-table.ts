import { batchSweep } from '../experiments/batch-sweep';
import { cell } from '../experiments/cell';
import type { Experiment } from '../experiments/step';
import type { ExperimentContext } from '../experiments/experiment-context';
import type { ExperimentKind, Experiments, Job } from './protocol';

/** Kinds from the shortest to the longest: shorter ones go first, whatever else is running. */
export const URGENCY: readonly ExperimentKind[] = ['recording', 'cell', 'thread', 'explain', 'sweep', 'remedies', 'depth', 'whole', 'flips', 'growth'];

type Start<K extends ExperimentKind> = (spec: Experiments[K]['spec'], context: ExperimentContext) => Experiment<Experiments[K]['partial']>;

/** How a kind's code is fetched. */
export type Loaders = { readonly [K in ExperimentKind]?: () => Promise<Start<K>> };

/** The worker's own script has what the Lab starts with; these are loaded on demand. */
const LOADERS: Loaders = {
  thread: async () => (await import('../experiments/thread')).thread,
  whole: async () => (await import('../experiments/whole-batch')).wholeBatch,
  growth: async () => (await import('../experiments/growth')).growth,
  explain: async () => (await import('../experiments/explain')).explain,
  depth: async () => (await import('../experiments/depth')).depth,
  flips: async () => (await import('../experiments/flips')).flips,
  remedies: async () => (await import('../experiments/remedies')).remedies,
};

/** Every experiment by its kind, some not loaded yet. */
export class ExperimentTable {
  private readonly starts: { [K in ExperimentKind]?: Start<K> } = { cell, sweep: batchSweep };
  private readonly loading = new Map<ExperimentKind, Promise<void>>();
  private readonly loaders: Loaders;

  /** @param more further kinds for this worker: the embed's has no recordings to read */
  constructor(more: Loaders = {}) {
    this.loaders = { ...LOADERS, ...more };
  }

  /** Null if the kind's code is loaded; else a promise of it, which rejects if it fails to load. */
  load(kind: ExperimentKind): Promise<void> | null {
    if (this.starts[kind] !== undefined) return null;
    let loading = this.loading.get(kind);
    if (loading === undefined) {
      loading = this.fetch(kind);
      this.loading.set(kind, loading);
      // After a failure, try again next time.
      loading.catch(() => this.loading.delete(kind));
    }
    return loading;
  }

  /** @throws if the kind's code is not loaded */
  start({ kind, spec }: Job, context: ExperimentContext): Experiment<Experiments[ExperimentKind]['partial']> {
    // The table has each kind's own function under its name, which the compiler can't follow.
    const start = this.starts[kind] as Start<ExperimentKind> | undefined;
    if (start === undefined) throw new Error(`nothing here can compute ${kind}`);
    return start(spec, context);
  }

  private async fetch<K extends ExperimentKind>(kind: K): Promise<void> {
    const loader = this.loaders[kind] as (() => Promise<Start<K>>) | undefined;
    if (loader === undefined) return;
    (this.starts as { [key in K]?: Start<K> })[kind] = await loader();
  }
}
