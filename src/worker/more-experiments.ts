import type { Loaders } from './experiment-table';

/** Experiments that the embed's first worker lacks; every other worker has them. */
export const MORE: Loaders = {
  explain: async () => (await import('../experiments/explain')).explain,
  depth: async () => (await import('../experiments/depth')).depth,
  flips: async () => (await import('../experiments/flips')).flips,
  remedies: async () => (await import('../experiments/remedies')).remedies,
  'split-k': async () => (await import('../experiments/split-k')).splitK,
};
