import { describe, expect, it } from 'vitest';
import { parseOrder } from '../../orders/parse-order';
import { accumulatorsOf } from './accumulators-of-order';
import { joinLayout } from './join-layout';

function layout(text: string): ReturnType<typeof joinLayout> {
  const order = parseOrder(text);
  if (!order.ok) throw new Error(order.error.message);
  return joinLayout(accumulatorsOf(order.value));
}

describe('joinLayout', () => {
  it('puts each join to the right of what it joins', () => {
    const { joins, levels, root } = layout('0..8:4 + (2..10:4) + (1..9:4 + (3..11:4)) + b');
    expect(joins.map(({ left, right, level }) => [left, right, level])).toEqual([
      [0, 1, 0],
      [2, 3, 0],
      [0, 2, 1],
      [0, 4, 2],
    ]);
    expect(joins[2]!.from).toEqual({ left: 0.5, right: 0.5 });
    expect(joins[3]!.from).toEqual({ left: 1.5, right: 0 });
    expect([levels, root]).toEqual([3, 0]);
  });

  it('has nothing to join in a single sum', () => {
    expect(layout('0..7')).toEqual({ joins: [], levels: 0, root: 0 });
  });
});
