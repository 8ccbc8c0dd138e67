import type { ParseError, Result } from '../lib/result';
import { fail } from '../lib/result';
import { parseAdder } from '../numerics/adder-text';
import type { Order } from './order';
import type { OrderContext } from './parse-order';
import { parseOrder } from './parse-order';

/** Reads what `printWrittenOrder` writes, by the rules of `parseOrder`. Groups need an adder, and an adder needs groups. */
export function parseWrittenOrder(text: string, context: Omit<OrderContext, 'adder'> = {}): Result<Order, ParseError> {
  const at = text.lastIndexOf('@');
  if (at < 0) return parseOrder(text, context);
  const adder = parseAdder(text.slice(at + 1));
  if (!adder.ok) return fail({ ...adder.error, position: at + 1 });
  const order = parseOrder(text.slice(0, at), { ...context, adder: adder.value });
  if (order.ok && order.value.adder === null) return fail({ message: `This order has no groups in braces, such as {0..3}, that ${adder.value} could add.`, position: at });
  return order;
}
