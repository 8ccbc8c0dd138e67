import type { Order } from '../orders/order';
import type { IndexRange } from './index-ranges';

/** Sums that are not trees: they depend on the values, or carry more than one float32 along. */
export const OTHER_SUMS = ['ascending', 'descending', 'kahan', 'neumaier', 'float64', 'exact'] as const;

export type OtherSum = (typeof OTHER_SUMS)[number];

/** Whether a text names a sum that is not a tree; any other is an order's. */
export function isOtherSum(name: string): name is OtherSum {
  return OTHER_SUMS.some((other) => other === name);
}

/** How one output is summed: by a tree, or by another kind of sum. */
export type SumMethod = { readonly kind: 'order'; readonly order: Order } | { readonly kind: 'other'; readonly name: OtherSum };

/** One call of a library: how each output is summed. The parts cover 0 … N−1 exactly once. */
export interface KernelPlan {
  readonly parts: readonly { readonly columns: readonly IndexRange[]; readonly method: SumMethod }[];
}

/** The plan of a call that sums all N outputs alike. */
export function wholePlan(method: SumMethod, outFeatures: number): KernelPlan {
  return { parts: [{ columns: [[0, outFeatures - 1]], method }] };
}

/** One order of a call and the outputs summed in it. */
export interface ColumnOrder {
  readonly columns: readonly IndexRange[];
  readonly order: Order;
}

export function planOfOrders(parts: readonly ColumnOrder[]): KernelPlan {
  return { parts: parts.map(({ columns, order }) => ({ columns, method: { kind: 'order', order } })) };
}
