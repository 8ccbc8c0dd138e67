import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderKey } from '../../orders/order-key';
import { parseOrder } from '../../orders/parse-order';
import { printOrder } from '../../orders/print-order';
import type { Piece } from './hidden-sum';
import { answer, hiddenOrder, joined, judge, K, LEAVES } from './hidden-sum';

/** Eight products joined in any way: which two of the remaining pieces to join next. */
const anyTree = fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: K - 1, maxLength: K - 1 }).map((choices) => {
  const pieces: Piece[] = [...LEAVES];
  for (const [i, j] of choices) {
    const [a] = pieces.splice(i % pieces.length, 1);
    const [b] = pieces.splice(j % pieces.length, 1);
    pieces.push(joined(a!, b!));
  }
  return pieces[0]!;
});

describe('the game', () => {
  it('answers with the ones outside of the smallest part that holds both', () => {
    const order = parseOrder('0 + 4 + (2 + 6) + (1 + 5 + (3 + 7))');
    if (!order.ok) throw new Error(order.error.message);
    expect([answer(order.value, 0, 4), answer(order.value, 0, 2), answer(order.value, 3, 7), answer(order.value, 0, 1)]).toEqual([6, 4, 6, 0]);
  });

  it('knows the hidden tree when it sees it, however it is put together, and contradicts any other truly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), anyTree, (seed, guess) => {
        const hidden = hiddenOrder(seed);
        const verdict = judge(hidden, guess);
        const guessed = parseOrder(guess.text);
        if (!guessed.ok) throw new Error(guessed.error.message);
        expect(verdict.right).toBe(orderKey(guessed.value) === orderKey(hidden));
        if (verdict.right) return;
        const { plus, minus, hidden: a, guessed: b } = verdict.contradiction;
        expect([answer(hidden, plus, minus), answer(guessed.value, plus, minus)]).toEqual([a, b]);
        expect(a).not.toBe(b);
      }),
    );
  });

  it('hides another tree for another seed, the same for the same', () => {
    expect(printOrder(hiddenOrder(1))).toBe(printOrder(hiddenOrder(1)));
    expect(new Set(Array.from({ length: 50 }, (_, seed) => orderKey(hiddenOrder(seed)))).size).toBeGreaterThan(40);
  });
});
