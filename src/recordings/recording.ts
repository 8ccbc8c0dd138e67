import type { ColumnOrder, KernelPlan } from '../linear/sum-method';
import { planOfOrders } from '../linear/sum-method';
import type { UniformVariant } from '../linear/layer';

/** A recording, format 1, after all checks: orders parsed, base64 decoded, everything consistent. */
export interface Recording {
  /** ISO date */
  readonly recordedOn: string;
  readonly library: RecordedLibrary;
  readonly machine: RecordedMachine;
  readonly operation: RecordedOperation;
  readonly data: RecordedData;
  /** By batch, then row; each call's output has the same index in `outputs`. */
  readonly calls: readonly RecordedCall[];
  readonly outputs: readonly RecordedOutput[];
}

export interface RecordedLibrary {
  readonly name: string;
  readonly version: string;
  readonly backend: string;
}

export interface RecordedMachine {
  readonly cpu: string;
  readonly threads: number;
  readonly os: string;
  readonly note?: string;
}

/** A float32 linear layer. */
interface RecordedOperation {
  /** K */
  readonly inFeatures: number;
  /** N */
  readonly outFeatures: number;
  readonly bias: boolean;
}

export type RecordedData =
  | { readonly kind: 'torch'; readonly seed: number; readonly rows: number; readonly uniform: UniformVariant }
  | {
      readonly kind: 'inline';
      readonly rows: number;
      readonly x: Float32Array;
      readonly weight: Float32Array;
      readonly bias: Float32Array | null;
    };

/** How one row of a call with `batch` rows was summed. */
export interface RecordedCall {
  readonly batch: number;
  readonly row: number;
  /** One part for each entry of the file's `kernels`, in the file's order; together they cover 0 … N−1 once. */
  readonly plan: readonly RecordedKernel[];
}

/** Equal texts share one Order. */
export interface RecordedKernel extends ColumnOrder {
  /** As it stands in the file. */
  readonly orderText: string;
}

/** What the library returned: N float32 values. */
export interface RecordedOutput {
  readonly batch: number;
  readonly row: number;
  readonly values: Float32Array;
}

const plans = new WeakMap<readonly RecordedKernel[], KernelPlan>();

/** The plan of a recorded call. The same array always gives the same plan, so that rows summed alike can be run together. */
export function planOf(kernels: readonly RecordedKernel[]): KernelPlan {
  const known = plans.get(kernels) ?? planOfOrders(kernels);
  plans.set(kernels, known);
  return known;
}
