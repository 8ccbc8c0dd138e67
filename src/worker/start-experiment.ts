import { batchSweep } from '../experiments/batch-sweep';
import { cell } from '../experiments/cell';
import { depth } from '../experiments/depth';
import { flips } from '../experiments/flips';
import { growth } from '../experiments/growth';
import type { PrepareLayer } from '../experiments/layer-spec';
import { remedies } from '../experiments/remedies';
import type { Experiment } from '../experiments/step';
import { thread } from '../experiments/thread';
import { wholeBatch } from '../experiments/whole-batch';
import type { Engine } from '../linear/engine';
import type { ExperimentKind, Experiments, Job } from './protocol';

/** Kinds from the shortest to the longest: what is short goes first, whatever else is under way. */
export const URGENCY: readonly ExperimentKind[] = ['recording', 'cell', 'thread', 'sweep', 'remedies', 'depth', 'whole', 'flips', 'growth'];

/** Any experiment but the reading of a recording, which the page's own worker alone can do. */
export type ComputedJob = Exclude<Job, { readonly kind: 'recording' }>;

export function startExperiment(job: ComputedJob, prepare: PrepareLayer, engine: Engine): Experiment<Experiments[ExperimentKind]['partial']> {
  switch (job.kind) {
    case 'thread':
      return thread(job.spec, prepare);
    case 'cell':
      return cell(job.spec, prepare);
    case 'sweep':
      return batchSweep(job.spec, prepare);
    case 'whole':
      return wholeBatch(job.spec, prepare);
    case 'growth':
      return growth(job.spec, engine);
    case 'depth':
      return depth(job.spec, engine);
    case 'flips':
      return flips(job.spec, engine);
    case 'remedies':
      return remedies(job.spec, prepare);
  }
}
