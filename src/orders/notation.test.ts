import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryTree, bracketed } from '../testing/arbitrary-tree';
import type { Order } from './order';
import type { OrderContext } from './parse-order';
import { parseOrder } from './parse-order';
import { printOrder } from './print-order';

function parsed(text: string, context?: OrderContext): Order {
  const result = parseOrder(text, context);
  if (!result.ok) throw new Error(`${text}: ${result.error.message}`);
  return result.value;
}

function canonical(text: string): string {
  return printOrder(parsed(text));
}

describe('the notation', () => {
  it.each([
    ['0 + 1 + 2 + 3', '0..3'],
    ['0,1,2,3,b', '0..3 + b'],
    ['3..0', '3..0'],
    ['0..764:4 + (2..766:4) + (1..765:4 + (3..767:4)) + b', '0..764:4 + (2..766:4) + (1..765:4 + (3..767:4)) + b'],
    ['0 + 1 + 2 + 3 + 4 + 8..20:4 + (6..18:4) + (5..17:4 + (7..19:4)) + b', '0..4 + 8..20:4 + (6..18:4) + (5..17:4 + (7..19:4)) + b'],
    ['((0)) + ((1 + 2))', '0 + (1 + 2)'],
    ['(0 + 1) + 2', '0..2'],
    ['0 + (1) + 2', '0..2'],
    ['*0 + 1 + 2', '0..2'],
    ['0 + *1 + *2', '*0..2'],
    ['*0..2', '*0..2'],
    ['0 + (*1)', '0 + 1'],
    ['0 + *1 + 2 + 3', '0 + *1 + 2 + 3'],
    ['0 + 2 + (1 + 3)', '0 + 2 + (1 + 3)'],
    ['1 + *0 + (3 + *2)', '1 + *0 + (3 + *2)'],
    ['0 + (b) + 1', '0 + b + 1'],
    ['b+0..3', 'b + 0..3'],
    ['0..2:1', '0..2'],
    ['0..0', '0'],
    ['b + *0..2', 'b + *0..2'],
    [' 0\n+ ( 1 + * 2 )\t', '0 + (1 + *2)'],
    ['4..0:2 + 3..1:2', '4..0:2 + 3 + 1'],
  ])('prints %j as %j', (text, wanted) => {
    expect(canonical(text)).toBe(wanted);
  });

  it('reads back what it prints, in both forms, to the same steps', () => {
    fc.assert(
      fc.property(arbitraryTree(), ({ tree, products, bias }) => {
        const order = parsed(bracketed(tree), { products, bias });
        for (const separator of [' + ', ','] as const) {
          const again = parsed(printOrder(order, separator), { products, bias });
          expect(again).toEqual(order);
          expect(printOrder(again)).toBe(printOrder(order));
        }
      }),
    );
  });

  it.each([
    ['', 0, /Expected a product/],
    ['0 + ', 4, /Expected a product.*found the end/],
    ['0 + 1 2', 6, /Expected “\+” or the end here, found “2”/],
    ['0 + (1 + 2', 4, /never closed/],
    ['0)', 1, /closes nothing/],
    ['0 + ()', 5, /Expected a product.*found “\)”/],
    ['0 + 0', 4, /Product 0 is named twice/],
    ['0..5:2', 0, /never reaches 5/],
    ['0..4:0', 5, /step of a run is at least 1/],
    ['0..', 3, /last number of the run.*the end/],
    ['0 + b + 1 + b', 12, /named twice \(first at character 5\)/],
    ['0 + *b', 5, /a product after “\*”, found “b”/],
    ['0 + *(1 + 2)', 5, /a product after “\*”/],
    ['0 + x', 4, /found “x”/],
    ['0 + 2', 5, /Product 1 is missing/],
    ['0..-1', 3, /found “-”/],
    ['0 + 99999999999999999999', 4, /out of range/],
    ['0..4294967295', 0, /out of range/],
  ])('refuses %j at character %i', (text, position, message) => {
    const result = parseOrder(text);
    expect(result).toMatchObject({ ok: false, error: { position } });
    if (!result.ok) expect(result.error.message).toMatch(message);
  });

  it.each([
    ['0..2', { products: 4 }, /Product 3 is missing: each of 0 to 3/],
    ['0..1', { products: 4 }, /Product 2 is missing, and 1 more/],
    ['0..4', { products: 4 }, /Product 4 is out of range: there are 4 products/],
    ['0..3', { products: 4, bias: true }, /bias b is missing/],
    ['0..3 + b', { products: 4, bias: false }, /has no bias/],
  ])('holds %j against the layer %j', (text, context, message) => {
    const result = parseOrder(text, context);
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.error.message).toMatch(message);
  });

  it('never throws on arbitrary text and always says where', () => {
    const anything = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom(...'0123456789+,.*():b \n') , maxLength: 60 }));
    fc.assert(
      fc.property(anything, (text) => {
        const result = parseOrder(text);
        if (result.ok) expect(canonical(printOrder(result.value))).toBe(printOrder(result.value));
        else {
          expect(result.error.position).toBeGreaterThanOrEqual(0);
          expect(result.error.position).toBeLessThanOrEqual(text.length);
          expect(result.error.message).toMatch(/^[A-Z].*\.$/s);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('reads, prints and keeps brackets nested tens of thousands deep', () => {
    const K = 20_000;
    const deep = `${Array.from({ length: K - 1 }, (_, k) => `${k} + (`).join('')}${K - 1}${')'.repeat(K - 1)}`;
    const order = parsed(deep, { products: K });
    // The innermost bracket holds one term, so it is dropped.
    expect(printOrder(order)).toBe(deep.replace(`(${K - 1})`, String(K - 1)));
    expect(parseOrder('('.repeat(150_000)).ok).toBe(false);
    expect(parseOrder(`${'('.repeat(90_000)}0${')'.repeat(90_000)}`).ok).toBe(true);
    expect(parseOrder('0 + '.repeat(1_000_000)).ok).toBe(false);
  });
});
