import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseOrder } from '../../orders/parse-order';
import { PATTERNS, patternOrder } from '../../orders/patterns';
import { arbitraryTree, bracketed } from '../../testing/arbitrary-tree';
import type { Animation } from './animation-of-order';
import { animationOf } from './animation-of-order';

function animation(text: string): Animation {
  const order = parseOrder(text);
  if (!order.ok) throw new Error(order.error.message);
  return animationOf(order.value);
}

/** What each step adds: products, by the number of their accumulator, or "join". */
function taken({ steps }: Animation): (number[] | 'join')[] {
  return steps.map((step) => (step.kind === 'join' ? 'join' : step.adds.flatMap(({ term }) => [...term])));
}

describe('animationOf', () => {
  it('fills four lanes side by side after four products on their own, then joins them', () => {
    const steps = taken(animation('0..4 + 8..764:4 + (6..766:4) + (5..765:4 + (7..767:4)) + b'));
    expect(steps.slice(0, 6)).toEqual([[0], [1], [2], [3], [4, 5, 6, 7], [8, 9, 10, 11]]);
    expect(steps.slice(-5)).toEqual([[764, 765, 766, 767], 'join', 'join', 'join', 'join']);
    expect(steps).toHaveLength(4 + 191 + 4);
  });

  it('fills blocks one after another and joins each as soon as it is there', () => {
    const { steps, groups, joinedAt } = animation('*0..191 + b + (*192..383) + (*384..575) + (*576..767)');
    expect(groups).toEqual([[0], [1], [2], [3]]);
    expect(steps).toHaveLength(768 + 1 + 3);
    expect([...joinedAt]).toEqual([385, 578, 771]);
  });

  it('walks two halves of a block side by side, block by block', () => {
    const blocks = animation('*0..10:2 + (*1..11:2) + b + (*12..22:2 + (*13..23:2))');
    expect(blocks.groups).toEqual([[0, 1], [2, 3]]);
    expect(taken(blocks).slice(0, 9)).toEqual([[0, 1], [2, 3], [4, 5], [6, 7], [8, 9], [10, 11], 'join', 'join', [12, 13]]);
  });

  it('takes eight pairs a step where the lanes hold pairs, as MKL 2020.4 does at batch 1', () => {
    const order = patternOrder(PATTERNS.find(({ name }) => name === 'mkl-2020.4')!, 1, 768, true);
    const { steps, groups } = animationOf(order);
    expect(groups.map((group) => group.length)).toEqual([8]);
    expect(steps.filter(({ kind }) => kind === 'add')).toHaveLength(768 / 16);
    expect(steps.at(-1)).toMatchObject({ kind: 'join', product: null });
  });

  it('goes down where an order goes down', () => {
    expect(taken(animation('3..0')).flat()).toEqual([3, 2, 1, 0]);
  });

  it('does every product and every join of any order once, and no join before its sums are whole', () => {
    fc.assert(
      fc.property(arbitraryTree(), ({ tree, products: K }) => {
        const { steps, joins, accumulators, when, owner, joinedAt } = animation(bracketed(tree));
        const seen = steps.flatMap((step) => (step.kind === 'add' ? step.adds.flatMap(({ term }) => [...term]) : step.product === null ? [] : [step.product]));
        expect(seen.sort((a, b) => a - b)).toEqual(Array.from({ length: K }, (_, k) => k));
        joins.forEach((join, index) => {
          if (join.kind !== 'merge') return;
          for (const side of [join.from, join.into]) for (const k of accumulators[side]!.products) expect(when[k]!).toBeLessThan(joinedAt[index]!);
        });
        accumulators.forEach(({ products }, index) => {
          for (const k of products) expect(owner[k]).toBe(index);
          for (const [i, k] of products.entries()) if (i > 0) expect(when[k]!).toBeGreaterThanOrEqual(when[products[i - 1]!]!);
        });
      }),
    );
  });
});
