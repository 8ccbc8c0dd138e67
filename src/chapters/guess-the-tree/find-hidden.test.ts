import { describe, expect, it } from 'vitest';
import type { Order } from '../../orders/order';
import { orderKey } from '../../orders/order-key';
import { parseOrder } from '../../orders/parse-order';
import { findHidden } from './find-hidden';
import { hiddenOrder } from './hidden-sum';

function orderOf(text: string): Order {
  const order = parseOrder(text, { products: 8, bias: false });
  if (!order.ok) throw new Error(order.error.message);
  return order.value;
}

describe('the algorithm on a hidden sum', () => {
  it('counts the questions of the game apart from those about fused products and width', () => {
    // With +M at 0: seven answers, all of different sizes. Each of the seven additions includes a product that might be fused, and one call probes the width.
    expect(findHidden(orderOf('0..7'))).toMatchObject({ counts: 7, others: 8 });
    // 7 for the whole, then 1 + 3 + 1: the sum of 2 and 3, the other half, and the pair in that half.
    expect(findHidden(orderOf('0 + 1 + (2 + 3) + (4 + 5 + (6 + 7))'))).toMatchObject({ counts: 7 + 1 + 3 + 1, others: 5 });
    expect(findHidden(orderOf('0 + 4 + (2 + 6) + (1 + 5 + (3 + 7))'))).toMatchObject({ counts: 12, others: 5 });
  });

  it('finds what is hidden', () => {
    for (let seed = 0; seed < 20; seed++) {
      const hidden = hiddenOrder(seed);
      const { order, counts } = findHidden(hidden);
      expect(order && orderKey(order)).toBe(orderKey(hidden));
      expect(counts).toBeGreaterThanOrEqual(7);
      expect(counts).toBeLessThanOrEqual(28);
    }
  });
});
