import type { KernelPlan } from '../linear/sum-method';
import type { RecordedKernel } from './recording';

const plans = new WeakMap<readonly RecordedKernel[], KernelPlan>();

/** The plan that recorded kernels make up: all of a call's, or one of them. The same kernels have the same plan object. */
export function planOf(kernels: readonly RecordedKernel[]): KernelPlan {
  const known = plans.get(kernels);
  if (known !== undefined) return known;
  const plan: KernelPlan = { parts: kernels.map(({ columns, order }) => ({ columns, method: { kind: 'order', order } })) };
  plans.set(kernels, plan);
  return plan;
}
