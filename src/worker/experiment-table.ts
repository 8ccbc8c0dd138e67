import { batchSweep } from '../experiments/batch-sweep';
import { cell } from '../experiments/cell';
import type { Experiment } from '../experiments/step';
import type { ExperimentContext } from '../experiments/experiment-context';
import type { ExperimentKind, Experiments, Job } from './protocol';

/** Kinds from the shortest to the longest: what is short goes first, whatever else is under way. */
export const URGENCY: readonly ExperimentKind[] = ['recording', 'cell', 'thread', 'explain', 'sweep', 'remedies', 'depth', 'whole', 'flips', 'growth'];

type Start<K extends ExperimentKind> = (spec: Experiments[K]['spec'], context: ExperimentContext) => Experiment<Experiments[K]['partial']>;

/** How a kind's code is fetched. */
export type Loaders = { readonly [K in ExperimentKind]?: () => Promise<Start<K>> };

/** What the Lab begins with comes with the worker's first script; these come when they are asked for. */
const LOADERS: Loaders = {
  thread: async () => (await import('../experiments/thread')).thread,
  whole: async () => (await import('../experiments/whole-batch')).wholeBatch,
  growth: async () => (await import('../experiments/growth')).growth,
  explain: async () => (await import('../experiments/explain')).explain,
  depth: async () => (await import('../experiments/depth')).depth,
  flips: async () => (await import('../experiments/flips')).flips,
  remedies: async () => (await import('../experiments/remedies')).remedies,
};

/** Every experiment by its kind, some of them still on their way. */
export class ExperimentTable {
  private readonly starts: { [K in ExperimentKind]?: Start<K> } = { cell, sweep: batchSweep };
  private readonly loading = new Map<ExperimentKind, Promise<void>>();
  private readonly loaders: Loaders;

  /** @param more kinds that this worker has besides: the embed's has no recordings to read */
  constructor(more: Loaders = {}) {
    this.loaders = { ...LOADERS, ...more };
  }

  /** Null where the kind's code is there; else a promise of it, which rejects where it can't be had. */
  load(kind: ExperimentKind): Promise<void> | null {
    if (this.starts[kind] !== undefined) return null;
    let loading = this.loading.get(kind);
    if (loading === undefined) {
      loading = this.fetch(kind);
      this.loading.set(kind, loading);
      // What failed is tried anew the next time.
      loading.catch(() => this.loading.delete(kind));
    }
    return loading;
  }

  /** @throws where the kind's code is not there */
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
