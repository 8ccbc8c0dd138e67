import type { OrderUse } from '../experiments/order-schedule';
import type { SumMethod } from '../linear/sum-method';
import { isOtherSum } from '../linear/sum-method';
import { parseOrder } from '../orders/parse-order';

/** Which of a call's orders adds up this output. */
export function orderUseAt(orders: readonly OrderUse[], column: number): OrderUse | undefined {
  return orders.find(({ columns }) => columns.some(([from, to]) => from <= column && column <= to));
}

/** The method that an order's text stands for: what the worker sent as text, to be drawn. */
export function methodOf(use: OrderUse): SumMethod | null {
  if (isOtherSum(use.text)) return { kind: 'other', name: use.text };
  const order = parseOrder(use.text);
  return order.ok ? { kind: 'order', order: order.value } : null;
}
