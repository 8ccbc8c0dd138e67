import type { MethodSpec } from '../../experiments/method-spec';
import { resolveMethod } from '../../experiments/method-spec';
import { makeFamily } from '../../orders/families';
import type { Order } from '../../orders/order';
import { printOrder } from '../../orders/print-order';

/** A written order longer than this is no starting point for a reader. */
const READABLE = 2000;

/** The order of a method at this K, to be changed by hand; one product after the other where it is no tree, or too long to read. */
export function writtenOut(method: MethodSpec, K: number, hasBias: boolean): Order {
  const resolved = resolveMethod(method, K, hasBias);
  if (resolved.ok && resolved.value.kind === 'order' && printOrder(resolved.value.order).length <= READABLE) return resolved.value.order;
  return makeFamily({ name: 'sequential' }, K, { fused: false, bias: hasBias ? 'last' : 'none' });
}
