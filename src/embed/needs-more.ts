import { hasGroups } from '../experiments/has-groups';
import type { ExperimentKind, Job } from '../worker/protocol';

/** What the embed's first worker can compute. */
export const FIRST_KINDS: readonly ExperimentKind[] = ['cell', 'sweep', 'thread', 'whole', 'growth'];

/** Whether a job is one for the embed's worker that has all code. */
export function needsMore({ kind, spec }: Job): boolean {
  return !FIRST_KINDS.includes(kind) || hasGroups(spec);
}
