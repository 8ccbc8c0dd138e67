import type { Provenance } from '../../experiments/order-schedule';

export const PROVENANCE_NAMES: Readonly<Record<Provenance, string>> = {
  recorded: 'recorded',
  modelled: 'modelled, not recorded',
  chosen: 'chosen',
};
