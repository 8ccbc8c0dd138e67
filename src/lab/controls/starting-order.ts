import type { MethodSpec } from '../../experiments/method-spec';
import { resolveMethod } from '../../experiments/method-spec';
import { makeFamily } from '../../orders/families';
import type { Order } from '../../orders/order';
import { printOrder } from '../../orders/print-order';

/** A written order longer than this is no starting point for a reader. */
const READABLE = 2000;

/**
 * What a reader starts from who writes the order down: the method's own tree in the notation, or the products in turn
 * where the method is no tree or its text too long to read.
 */
export function startingOrder(spec: MethodSpec, products: number, hasBias: boolean): Order {
  const method = resolveMethod(spec, products, hasBias);
  if (method.ok && method.value.kind === 'order' && printOrder(method.value.order).length <= READABLE) return method.value.order;
  return makeFamily({ name: 'sequential' }, products, { fused: false, bias: hasBias ? 'last' : 'none' });
}
