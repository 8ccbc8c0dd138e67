import type { Provenance } from '../../experiments/policy';
import type { Recording } from '../../recordings/recording';

export const PROVENANCE_NAMES: Readonly<Record<Provenance, string>> = {
  recorded: 'recorded',
  modelled: 'modelled, not recorded',
  chosen: 'chosen',
};

/** Where a recording comes from, in one sentence. */
export function recordedText({ library, machine, recordedOn, operation }: Recording): string {
  const threads = `${machine.threads} ${machine.threads === 1 ? 'thread' : 'threads'}`;
  return `Recorded on ${recordedOn} from ${library.name} ${library.version} (${library.backend}) at ${operation.inFeatures} → ${operation.outFeatures}, ${threads}, ${machine.cpu}.`;
}
