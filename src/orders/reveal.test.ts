import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryTree, bracketed, evaluate } from '../testing/arbitrary-tree';
import { binaryTree } from './binary-tree';
import type { FamilySpec } from './families';
import { makeFamily } from './families';
import type { Order } from './order';
import { orderKey } from './order-key';
import { parseOrder } from './parse-order';
import { printOrder } from './print-order';
import type { BlackBox } from './reveal';
import { reveal } from './reveal';
import { traceOrder } from './trace-order';

function parsed(text: string): Order {
  const result = parseOrder(text);
  if (!result.ok) throw new Error(`${text}: ${result.error.message}`);
  return result.value;
}

/** A sum in this order, and how often it was called. */
function boxOf(order: Order): { box: BlackBox; calls: () => number } {
  const tree = binaryTree(order);
  let calls = 0;
  const box: BlackBox = (x, w, bias) => {
    calls++;
    return traceOrder(tree, x, w, bias).values[tree.root]!;
  };
  return { box, calls: () => calls };
}

/** The error for a box that is not a tree, or the order it was taken for. */
function problemOf(box: BlackBox, K: number): string {
  const shown = reveal(box, K, false);
  return shown.ok ? printOrder(shown.value) : shown.error.message;
}

describe('revealing a sum from outside', { timeout: 30_000 }, () => {
  it('finds the random tree that was hidden, fused products included', () => {
    fc.assert(
      fc.property(arbitraryTree(24), ({ tree, products, bias }) => {
        const shown = reveal((x, w, b) => evaluate(tree, x, w, b), products, bias);
        expect(shown.ok && orderKey(shown.value)).toBe(orderKey(parsed(bracketed(tree))));
      }),
      { numRuns: 200 },
    );
  });

  it.each(['0..7', 'b + *0..7', '*0..3 + b + (*4..7)', '0..4 + 8..16:4 + (6..18:4) + (5..17:4 + (7..19:4)) + b', '0 + 4 + (1 + 5) + (2 + 6 + (3 + 7))', '0', 'b + 0'])('writes %s as it is written by hand', (text) => {
    const order = parsed(text);
    const shown = reveal(boxOf(order).box, order.products, order.bias);
    expect(shown.ok && printOrder(shown.value)).toBe(text);
  });

  it('needs fewer than K·log₂K calls for every family, 2K from the first product to the last, fused products included', () => {
    const K = 256;
    const families: FamilySpec[] = [{ name: 'sequential' }, { name: 'reverse' }, { name: 'pairwise', base: 1 }, { name: 'lanes', lanes: 4, combine: 'pairwise' }, { name: 'blocked', size: 64 }, { name: 'shuffled', seed: 1 }];
    const callsFor = (order: Order): number => {
      const { box, calls } = boxOf(order);
      const shown = reveal(box, K, order.bias);
      expect(shown.ok && orderKey(shown.value)).toBe(orderKey(order));
      return calls();
    };
    for (const family of families) {
      for (const fused of [false, true]) expect(callsFor(makeFamily(family, K, { fused, bias: 'last' }))).toBeLessThan(K * Math.log2(K));
    }
    expect(callsFor(makeFamily({ name: 'sequential' }, K, { fused: true, bias: 'last' }))).toBeLessThanOrEqual(2 * K + 1);
    // Chains that would cost K²/2 questions if the smallest or the middle leaf were always fixed.
    const outsideIn = Array.from({ length: K }, (_, i) => (i % 2 === 0 ? i / 2 : K - (i + 1) / 2));
    for (const chain of [outsideIn, [...outsideIn].reverse()]) expect(callsFor(parsed(chain.join(' + ')))).toBeLessThan(5 * K);
  });

  it('notices a sum that is kept in float64', () => {
    const box: BlackBox = (x, w) => Math.fround(x.reduce((sum, value, k) => sum + value * w[k]!, 0));
    expect(problemOf(box, 8)).toMatch(/^The sum of product \d and product \d is kept in more than float32/);
  });

  it('notices a compensated sum, which swallows nothing', () => {
    // Neumaier's sum: the errors are summed separately, so nothing is swallowed.
    const box: BlackBox = (x, w) => {
      let sum = 0;
      let lost = 0;
      x.forEach((value, k) => {
        const term = Math.fround(value * w[k]!);
        const next = Math.fround(sum + term);
        const [large, small] = Math.abs(sum) >= Math.abs(term) ? [sum, term] : [term, sum];
        lost = Math.fround(lost + Math.fround(Math.fround(large - next) + small));
        sum = next;
      });
      return Math.fround(sum + lost);
    };
    expect(problemOf(box, 8)).toMatch(/^The counts contradict each other: .* have 2 terms by what was returned, but 8 terms are in them/);
  });

  it.each([
    ['half of the sum', (sum: number) => sum / 2],
    ['no number', () => NaN],
    ['a sum with something added', (sum: number) => sum + 1],
  ])('notices %s', (_, spoil) => {
    const box: BlackBox = (x, w) => spoil(x.reduce((sum, value, k) => Math.fround(sum + Math.fround(value * w[k]!)), 0));
    expect(reveal(box, 9, false).ok).toBe(false);
  });

  it('notices a sum whose order depends on the call', () => {
    let calls = 0;
    const box: BlackBox = (x, w) => {
      const products = Array.from(x, (value, k) => Math.fround(value * w[k]!));
      if (calls++ % 2 === 0) products.reverse();
      return products.reduce((sum, value) => Math.fround(sum + value));
    };
    expect(problemOf(box, 32)).toMatch(/contradict each other/);
  });
});
