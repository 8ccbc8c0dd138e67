import type { Order } from '../orders/order';
import { parseOrder } from '../orders/parse-order';
import type { ThreadCase } from './thread';

const orders = new Map<string, Order>();

/** The order in which the thread's PyTorch adds up a row's outputs for their mean. */
export function meanOrderOf({ name, meanOrder, outFeatures }: ThreadCase): Order {
  let order = orders.get(name);
  if (order === undefined) {
    const read = parseOrder(meanOrder, { products: outFeatures, bias: false });
    if (!read.ok) throw new Error(`The mean of ${name}: ${read.error.message}`);
    order = read.value;
    orders.set(name, order);
  }
  return order;
}
