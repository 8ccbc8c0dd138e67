import type { BiasPlace, FamilySpec } from '../orders/families';
import { makeFamily } from '../orders/families';
import type { Order } from '../orders/order';

/** Total products of the random orders: short sums need more orders, since the size of their partial sums varies most. */
const SHUFFLED = 3072;
const MOST_SHUFFLES = 24;

/** A few orders of K products to judge a difference by, including ones whose partial sums grow large. */
export function judgeOrders(K: number, hasBias: boolean): Order[] {
  const order = (family: FamilySpec, bias: BiasPlace): Order => makeFamily(family, K, { fused: false, bias: hasBias ? bias : 'none' });
  const shuffles = Math.max(1, Math.min(MOST_SHUFFLES, Math.floor(SHUFFLED / K)));
  return [
    order({ name: 'sequential' }, 'last'),
    order({ name: 'reverse' }, 'first'),
    ...(hasBias ? [order({ name: 'sequential' }, 'first')] : []),
    ...Array.from({ length: shuffles }, (_, i) => order({ name: 'shuffled', seed: 72 + i }, i % 2 === 0 ? 'last' : 'first')),
  ];
}
