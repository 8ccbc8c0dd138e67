import type { Order } from '../../orders/order';
import { reveal } from '../../orders/reveal';
import { K, sumOf } from './hidden-sum';

/** What the algorithm that reads libraries' orders found out about a hidden sum. */
interface FoundSum {
  /** Null if it found no tree. */
  readonly order: Order | null;
  /** How often it placed +M and −M. */
  readonly counts: number;
  /** Its other calls: which products are fused, and whether sums keep more precision than float32. */
  readonly others: number;
}

/** Lets the algorithm find a sum of K products from outside, through the page's own kernel. */
export function findHidden(hidden: Order): FoundSum {
  let [counts, others] = [0, 0];
  const found = reveal(
    (x, w, _bias, kind) => {
      if (kind === 'count') counts++;
      else others++;
      return sumOf(hidden, x, w);
    },
    K,
    false,
  );
  return { order: found.ok ? found.value : null, counts, others };
}
