import type { KernelPlan } from '../linear/sum-method';
import type { RecordedKernel } from './recording';

/** The plan that recorded kernels make up: all of a call's, or one of them. */
export function planOf(kernels: readonly RecordedKernel[]): KernelPlan {
  return { parts: kernels.map(({ columns, order }) => ({ columns, method: { kind: 'order', order } })) };
}
