import type { PartId } from './figure-settings';

/** Titles of the figures and the Lab. */
export const PART_TITLES = {
  thread: 'The thread’s numbers, computed',
  'sum-of-three': 'Three numbers, two sums',
  stepper: 'One dot product, step by step',
  walks: 'How two kernels walk',
  'kernel-map': 'Which library switches where',
  heatmap: 'A whole layer, output by output',
  'error-growth': 'Error against the length of the sum',
  nearer: 'Which order comes nearer?',
  'tensor-core': 'One step of a tensor core',
  drift: 'Long sums on tensor cores',
  verdict: 'Paste two results',
  depth: 'Through a network',
  switchboard: 'Remedies, and what each one leaves',
  lab: 'The Lab',
} as const satisfies Record<PartId, string>;
