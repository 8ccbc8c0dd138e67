import type { Order } from '../orders/order';
import type { ColumnRange } from './column-ranges';

/** Sums that are no trees: what they do depends on the values, or they carry more than one float32 along. */
export const OTHER_SUMS = ['ascending', 'descending', 'kahan', 'neumaier', 'float64', 'exact'] as const;

export type OtherSum = (typeof OTHER_SUMS)[number];

/** Whether a name, or an order's text, is that of a sum that is no tree. */
export function isOtherSum(name: string): name is OtherSum {
  return OTHER_SUMS.some((other) => other === name);
}

/** How one output is added up: by a tree, or by one of the sums that are none. */
export type SumMethod = { readonly kind: 'order'; readonly order: Order } | { readonly kind: 'other'; readonly name: OtherSum };

/** One call of a library: which outputs are added up how. The parts cover 0 … N−1 once. */
export interface KernelPlan {
  readonly parts: readonly { readonly columns: readonly ColumnRange[]; readonly method: SumMethod }[];
}

/** The plan of a call that adds up all of its N outputs alike. */
export function wholePlan(method: SumMethod, outFeatures: number): KernelPlan {
  return { parts: [{ columns: [[0, outFeatures - 1]], method }] };
}

/** One order of a call and the outputs that it adds up. */
export interface ColumnOrder {
  readonly columns: readonly ColumnRange[];
  readonly order: Order;
}

export function planOfOrders(parts: readonly ColumnOrder[]): KernelPlan {
  return { parts: parts.map(({ columns, order }) => ({ columns, method: { kind: 'order', order } })) };
}
