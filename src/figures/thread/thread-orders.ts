import type { OrderMark } from '../../charts/order-mark';
import type { ThreadRow } from '../../experiments/thread';
import { orderMarks } from '../../figure-parts/order-colours';

/** The marks of the orders of all of the thread's lines. */
export function threadOrders(rows: readonly ThreadRow[]): ReadonlyMap<string, OrderMark> {
  return orderMarks(rows.flatMap(({ orders }) => orders.map(({ key }) => key)));
}
