import type { IndexRange } from '../linear/index-ranges';
import type { Order } from '../orders/order';
import { orderKey } from '../orders/order-key';
import type { Recording } from './recording';

/** One of the distinct orders of a recording. */
export interface RecordedOrder {
  /** Equal for orders that are the same tree up to commuting a sum. */
  readonly key: string;
  readonly order: Order;
  /** As first written in the recording. */
  readonly orderText: string;
  readonly uses: readonly OrderedOutputs[];
}

/** The outputs `columns` of the rows `rows` of a call. */
interface OrderedOutputs {
  readonly batch: number;
  readonly rows: readonly IndexRange[];
  readonly columns: readonly IndexRange[];
}

/** The distinct orders of a recording, by first appearance as batches grow. */
export function ordersOfRecording({ calls }: Recording): RecordedOrder[] {
  const keys = new Map<Order, string>();
  const orders = new Map<string, { key: string; order: Order; orderText: string; uses: OrderedOutputs[] }>();
  for (const { batch, classes } of calls) {
    for (const { rows, plan } of classes) {
      for (const { columns, order, orderText } of plan) {
        const key = keys.get(order) ?? orderKey(order);
        keys.set(order, key);
        const known = orders.get(key) ?? { key, order, orderText, uses: [] };
        orders.set(key, known);
        known.uses.push({ batch, rows, columns });
      }
    }
  }
  return [...orders.values()];
}
