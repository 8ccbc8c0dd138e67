import type { AdderName } from '../numerics/group-sizes';

/** One way to add up a layer's products on tensor cores. */
export interface Kernel {
  readonly id: string;
  readonly adder: AdderName;
  /** Stretches of K that are added up apart, in chains of steps, and joined by float32 additions. */
  readonly parts: number;
}

/** What calls of several sizes may run on one GPU, and the first of them on another; modelled. */
export const SPLIT_KERNELS = [
  { id: 'h100-1', adder: 'h100', parts: 1 },
  { id: 'h100-2', adder: 'h100', parts: 2 },
  { id: 'h100-4', adder: 'h100', parts: 4 },
  { id: 'a100-1', adder: 'a100', parts: 1 },
] as const satisfies readonly Kernel[];

export type SplitKernel = (typeof SPLIT_KERNELS)[number]['id'];
