import type { Provenance } from '../../experiments/policy';

export const PROVENANCE_NAMES: Readonly<Record<Provenance, string>> = {
  recorded: 'recorded',
  modelled: 'modelled, not recorded',
  chosen: 'chosen',
};
