import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Adder } from '../numerics/adders';
import { ADDERS } from '../numerics/adders';
import { ExactSum } from '../numerics/exact-sum';
import { roundToFactor } from '../numerics/float8';
import type { FactorFormat } from '../numerics/formats';
import type { AdderName } from '../numerics/group-sizes';
import { ADDER_NAMES, productsPerStep } from '../numerics/group-sizes';
import { multiTermAdd } from '../numerics/multi-term-add';
import { binaryTree } from './binary-tree';
import type { Order } from './order';
import { OrderBuilder } from './order-builder';
import { orderKey } from './order-key';
import { parseOrder } from './parse-order';
import type { FoundSum, SumOfFactors } from './reveal-on-adder';
import { revealOnAdder } from './reveal-on-adder';
import type { GroupAddition } from './trace-order';
import { traceOrder } from './trace-order';

function boxOf(order: Order, add: GroupAddition): SumOfFactors {
  const tree = binaryTree(order);
  return (x, w, bias) => traceOrder(tree, x, w, bias, 'float32', add).values[tree.root]!;
}

function on(adder: Adder, format: FactorFormat): GroupAddition {
  return (a, b, c) => multiTermAdd(adder, format, a, b, c);
}

function parsed(text: string, adder: AdderName = 'h100'): Order {
  const result = parseOrder(text, { adder });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

function found(box: SumOfFactors, format: FactorFormat, { products, bias }: Order): FoundSum {
  const result = revealOnAdder(box, format, products, bias);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

const KINDS = ADDER_NAMES.flatMap((name) => (Object.keys(ADDERS[name].groupSizes) as FactorFormat[]).map((format) => [name, format] as const));

/**
 * Chains of an adder's groups, as long as they are: added up one after the other or nested, with a bias or without; and the
 * same as it shows where the accumulator joins afterwards, by an ordinary addition.
 */
function chainsOn(name: AdderName, format: FactorFormat): fc.Arbitrary<{ order: Order; afterwards: Order }> {
  const n = productsPerStep(name, format)!;
  return fc.record({ counts: fc.array(fc.integer({ min: 3, max: n + 9 }), { minLength: 1, maxLength: 3 }), size: fc.integer({ min: 3, max: n }), bias: fc.constantFrom('none', 'first', 'last'), nested: fc.boolean() }).map(({ counts, size, bias, nested }) => {
    const build = (afterwards: boolean): Order => {
      const builder = new OrderBuilder(name);
      if (bias === 'first') builder.bias();
      let from = 0;
      for (const count of counts) {
        if (from > 0) builder.open();
        const step = afterwards ? size : count;
        for (let at = 0; at < count; at += step) {
          if (afterwards) builder.open();
          if (afterwards && count - at === 1) builder.product(from + at);
          else builder.groups(from + at, 1, Math.min(step, count - at), size);
          if (afterwards) builder.close();
        }
        if (from > 0 && !nested) builder.close();
        from += count;
      }
      if (nested) for (let i = 1; i < counts.length; i++) builder.close();
      if (bias === 'last') builder.bias();
      return builder.finish();
    };
    return { order: build(false), afterwards: build(true) };
  });
}

describe('a sum on an unknown adder', { timeout: 60_000 }, () => {
  it.each(KINDS)('on %s in %s is found as it was compiled, and no adder is named that gives other bits', (name, format) => {
    const adder: Adder = ADDERS[name];
    const number = fc.tuple(fc.integer({ min: -255, max: 255 }), fc.integer({ min: -9, max: 0 })).map(([m, e]) => roundToFactor(format, m * 2 ** e));
    fc.assert(
      fc.property(chainsOn(name, format), fc.infiniteStream(number), ({ order, afterwards }, numbers) => {
        const seen = found(boxOf(order, on(adder, format)), format, order);
        expect(orderKey(parsed(seen.text, name))).toBe(orderKey(adder.joins === 'as a term' ? order : afterwards));
        const names = seen.orders.map((one) => one.adder);
        expect(names).toContain(name);
        expect(seen.adder).toMatchObject({ fractionBits: adder.fractionBits, terms: 'toward zero' });
        const draw = (): Float32Array => Float32Array.from({ length: order.products }, () => numbers.next().value);
        for (let trial = 0; trial < 4; trial++) {
          const [x, w] = [draw(), draw()];
          const bits = seen.orders.map((one) => boxOf(one, on(ADDERS[one.adder!], format))(x, w, 1.5));
          expect(new Set([...bits, boxOf(order, on(adder, format))(x, w, 1.5)]).size).toBe(1);
        }
      }),
      { numRuns: 4 },
    );
  });

  it.each([
    ['v100', 'float16', '{0..7}*4', ['v100']],
    ['a100', 'bfloat16', '{0..15}*8', ['a100', 'ada']],
    ['h100', 'tf32', '{0..15}*8 + b', ['h100', 'b200']],
    ['h100', 'bfloat16', '{0..15}*4', ['h100', 'b200']],
    ['ada-fp8', 'float8_e4m3', '{0..31}*16', ['ada-fp8', 'h100-fp8']],
    ['h100-fp8', 'float8_e5m2', '{0..63}*32', ['h100-fp8']],
    ['b200-fp8', 'float8_e4m3', '{0..31}', ['b200-fp8']],
    ['a100-acc16', 'float16', '{0..15}*8', ['a100-acc16', 'ada-acc16']],
    ['ada-fp8-acc16', 'float8_e5m2', '{0..31}*16', ['ada-fp8-acc16']],
  ] as const)('%s in %s, %s: named are %j', (name, format, text, names) => {
    const order = parsed(text);
    expect(found(boxOf(order, on(ADDERS[name], format)), format, order).orders.map(({ adder }) => adder)).toEqual(names);
  });

  it('says what it is of an adder that is not in the table, and names none', () => {
    const order = parsed('{0..31}*16 + b');
    const strange: Adder = { ...ADDERS.h100, fractionBits: 27 };
    expect(found(boxOf(order, on(strange, 'bfloat16')), 'bfloat16', order)).toEqual({
      text: '{0..31}*16 + b',
      adder: { fractionBits: 27, terms: 'toward zero', result: { bits: 23, cut: 'toward zero' }, products: 16, takesSum: true },
      orders: [],
    });
    // Four products and the accumulator, cut to F = 26 toward −∞, rounded to nearest.
    const floored: GroupAddition = (a, b, c) => {
      const terms = [c, ...Array.from(a, (x, i) => x * b[i]!)].filter((term) => term !== 0);
      const unit = 2 ** (Math.max(...terms.map((term) => Math.floor(Math.log2(Math.abs(term))))) - 26);
      return terms.length === 0 ? 0 : Math.fround(terms.reduce((sum, term) => sum + Math.floor(term / unit) * unit, 0));
    };
    const four = parsed('{0..11}*4');
    expect(found(boxOf(four, floored), 'tf32', four)).toEqual({ text: '{0..11}*4', adder: { fractionBits: 26, terms: 'down', result: { bits: 23, cut: 'to nearest' }, products: 4, takesSum: true }, orders: [] });
  });

  it('takes a sum without groups for what it is', () => {
    const order = parsed('0..3 + (4..7) + b');
    const seen = found(boxOf(order, on(ADDERS.h100, 'bfloat16')), 'bfloat16', order);
    expect(seen).toEqual({ text: '0..3 + (4..7) + b', adder: null, orders: [order] });
  });

  it('says what it cannot ask', () => {
    const problem = (order: Order, format: FactorFormat, adder: Adder): string => {
      const result = revealOnAdder(boxOf(order, on(adder, format)), format, order.products, order.bias);
      return result.ok ? result.value.text : result.error.message;
    };
    expect(problem(parsed('{0..1}'), 'bfloat16', ADDERS.h100)).toMatch(/^No step of this sum takes three terms/);
    expect(problem(parsed('{0..511}*16'), 'float8_e4m3', ADDERS['ada-fp8'])).toMatch(/^A sum of float8_e4m3 is read only up to 255 products, not 512/);
    // Terms cut to F = 70, added exactly.
    const fine: GroupAddition = (a, b, c) => {
      const terms = [c, ...Array.from(a, (x, i) => x * b[i]!)].filter((term) => term !== 0);
      const unit = 2 ** (Math.floor(Math.log2(Math.max(...terms.map(Math.abs)))) - 70);
      const sum = new ExactSum();
      for (const term of terms) sum.add(Math.trunc(term / unit) * unit);
      return terms.length === 0 ? 0 : Math.fround(sum.roundedToDouble());
    };
    const result = revealOnAdder(boxOf(parsed('{0..3}'), fine), 'bfloat16', 4, false);
    expect(result.ok ? '' : result.error.message).toMatch(/^A term of 2\^−60 of the largest is not cut off/);
  });
});
