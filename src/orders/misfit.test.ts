import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryTree, bracketed } from '../testing/arbitrary-tree';
import { misfit } from './misfit';
import { parseOrder } from './parse-order';

describe('whether an order fits a layer', () => {
  it('is what the parser says of its text for that layer, in the same words where it names a product', () => {
    fc.assert(
      fc.property(arbitraryTree(12), fc.integer({ min: 1, max: 14 }), fc.boolean(), ({ tree }, K, hasBias) => {
        const text = bracketed(tree);
        const order = parseOrder(text);
        if (!order.ok) throw new Error(order.error.message);
        const read = parseOrder(text, { products: K, bias: hasBias });
        const problem = misfit(order.value, K, hasBias);
        expect(problem === null).toBe(read.ok);
        if (!read.ok && order.value.products < K && (hasBias || !order.value.bias)) expect(problem).toBe(read.error.message);
      }),
    );
  });
});
