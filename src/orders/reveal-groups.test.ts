import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AdderName } from '../numerics/group-sizes';
import { ADDERS } from '../numerics/adders';
import { multiTermAdd } from '../numerics/multi-term-add';
import { binaryTree } from './binary-tree';
import type { Order } from './order';
import { OrderBuilder } from './order-builder';
import { orderKey } from './order-key';
import { parseOrder } from './parse-order';
import { printOrder } from './print-order';
import type { BlackBox } from './reveal';
import { reveal } from './reveal';
import { traceOrder } from './trace-order';

function parsed(text: string, adder: AdderName): Order {
  const result = parseOrder(text, { adder });
  if (!result.ok) throw new Error(`${text}: ${result.error.message}`);
  return result.value;
}

/** A sum in this order of bfloat16 numbers, and how often it was called. */
function boxOf(order: Order, adder: AdderName): { box: BlackBox; calls: () => number } {
  const tree = binaryTree(order);
  let calls = 0;
  const box: BlackBox = (x, w, bias) => {
    calls++;
    return traceOrder(tree, x, w, bias, 'float32', (a, b, c) => multiTermAdd(ADDERS[adder], 'bfloat16', a, b, c)).values[tree.root]!;
  };
  return { box, calls: () => calls };
}

/** A chain of groups, or some chains added up, with a bias somewhere or not. */
const chains = fc
  .record({ size: fc.integer({ min: 2, max: 9 }), counts: fc.array(fc.integer({ min: 2, max: 24 }), { minLength: 1, maxLength: 4 }), bias: fc.constantFrom('none', 'first', 'last') })
  .map(({ size, counts, bias }) => {
    const builder = new OrderBuilder('h100');
    if (bias === 'first') builder.bias();
    let from = 0;
    for (const count of counts) {
      if (from > 0) builder.open();
      builder.groups(from, 1, count, size);
      if (from > 0) builder.close();
      from += count;
    }
    if (bias === 'last') builder.bias();
    return builder.finish();
  });

describe('revealing a sum of groups from outside', { timeout: 30_000 }, () => {
  it.each([
    '{0..15}',
    '{0..63}*16',
    '{0..63}*16 + b',
    'b + {0..63}*16',
    '{0..19}*8',
    '{0..16}*8',
    '{0..1} + 2 + 3',
    '0 + 1 + {2..3} + b',
    '{0..31}*8 + ({32..63}*8)',
    '{0..31}*8 + ({32..63}*8) + ({64..95}*8) + ({96..127}*8) + b',
    '{0..15}*4 + ({16..31}*4 + ({32..47}*4)) + b',
    '{0..28:4}*4 + ({1..29:4}*4) + ({2..30:4}*4 + ({3..31:4}*4))',
    '{16..31} + {0..15}',
    '0..3 + (4..7) + b',
    '0 + {1..3}',
  ])('finds %s', (text) => {
    for (const adder of ['a100', 'h100'] as const) {
      const order = parsed(text, adder);
      const shown = reveal(boxOf(order, adder).box, order.products, order.bias, adder);
      if (!shown.ok) throw new Error(shown.error.message);
      // A lone product that a group joins looks like one of the group.
      expect(printOrder(shown.value)).toBe(text === '0 + {1..3}' ? '{0..3}' : text);
    }
  });

  it('finds chains of groups, whatever their size, added up', () => {
    fc.assert(
      fc.property(chains, (order) => {
        const shown = reveal(boxOf(order, 'h100').box, order.products, order.bias, 'h100');
        expect(shown.ok && orderKey(shown.value)).toBe(orderKey(order));
      }),
      { numRuns: 200 },
    );
  });

  it('needs about half a group’s size of calls per product', () => {
    const order = parsed('{0..255}*16', 'h100');
    const { box, calls } = boxOf(order, 'h100');
    const shown = reveal(box, 256, false, 'h100');
    expect(shown.ok && printOrder(shown.value)).toBe('{0..255}*16');
    expect(calls()).toBeLessThan(256 * 17);
  });

  it('says what it saw where no adder was expected, or what joins at once is no group', () => {
    const order = parsed('{0..15}', 'h100');
    const shown = reveal(boxOf(order, 'h100').box, 16, false);
    expect(shown.ok).toBe(false);
    // Three sums in one addition.
    const three: BlackBox = (x, w) => {
      const sums = [0, 2, 4].map((k) => Math.fround(x[k]! * w[k]! + x[k + 1]! * w[k + 1]!));
      return multiTermAdd(ADDERS.h100, 'tf32', sums, [1, 1, 1], 0);
    };
    const seen = reveal(three, 6, false, 'h100');
    expect(seen.ok ? '' : seen.error.message).toMatch(/3 terms join in one addition, and 3 of them, those of product \d and product \d, are sums/);
    // Products that are no run.
    const scattered: BlackBox = (x, w) => multiTermAdd(ADDERS.h100, 'tf32', [0, 1, 3].map((k) => x[k]!), [0, 1, 3].map((k) => w[k]!), Math.fround(x[2]! * w[2]! + x[4]! * w[4]!));
    const odd = reveal(scattered, 5, false, 'h100');
    expect(odd.ok ? '' : odd.error.message).toMatch(/3 products from product 0 on join in one addition, and product 3 is out of step/);
  });
});
