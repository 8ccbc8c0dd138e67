import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ADDER_NAMES } from '../numerics/group-sizes';
import { makeFamily } from './families';
import { familyOf } from './family-text';
import { printWrittenOrder } from './print-order';
import { parseWrittenOrder } from './written-order';

const orders = fc
  .record({
    name: fc.constantFrom('sequential', 'split', 'blocked', 'reverse', 'lanes'),
    adder: fc.option(fc.constantFrom(...ADDER_NAMES)),
    parameter: fc.integer({ min: 1, max: 40 }),
    K: fc.integer({ min: 1, max: 200 }),
    bias: fc.constantFrom('none', 'first', 'last', 'after-first-block'),
  })
  .map(({ name, adder, parameter, K, bias }) => makeFamily(familyOf(name, parameter, 'in-order', adder), K, { fused: false, bias }));

it('an order comes back from its text, with its adder, in both forms', () => {
  fc.assert(
    fc.property(orders, fc.constantFrom(',', ' + '), (order, separator) => {
      const text = printWrittenOrder(order, separator);
      const read = parseWrittenOrder(text, { products: order.products, bias: order.bias });
      expect(read).toEqual({ ok: true, value: order });
      expect(read.ok && printWrittenOrder(read.value, separator)).toBe(text);
    }),
  );
});
