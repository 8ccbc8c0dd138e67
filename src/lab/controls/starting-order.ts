import type { NumberFormat } from '../../linear/layer';
import type { MethodSpec } from '../../experiments/method-spec';
import { resolveMethod } from '../../experiments/resolve-method';
import { makeFamily } from '../../orders/families';
import type { Order } from '../../orders/order';
import { printOrder } from '../../orders/print-order';

/** A written order longer than this is no use as a starting point. */
const READABLE = 2000;

/**
 * The starting point for a reader who writes an order: the method's own tree in the notation, or the products in sequence
 * if the method is not a tree or its text is too long to read.
 */
export function startingOrder(spec: MethodSpec, products: number, hasBias: boolean, format: NumberFormat): Order {
  const method = resolveMethod(spec, products, hasBias, format);
  if (method.ok && method.value.kind === 'order' && printOrder(method.value.order).length <= READABLE) return method.value.order;
  return makeFamily({ name: 'sequential' }, products, { fused: false, bias: hasBias ? 'last' : 'none' });
}
