import type { BiasPlace, FamilySpec } from '../orders/families';
import { makeFamily } from '../orders/families';
import type { Order } from '../orders/order';

/** Products that the random orders have together: how large partial sums get differs most from order to order where they are few. */
const SHUFFLED = 3072;
const MOST_SHUFFLES = 24;

/** A few orders of K products, among them those whose partial sums grow large: what a difference is judged by. */
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
