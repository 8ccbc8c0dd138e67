import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ADDERS, LEAST_EXPONENTS } from '../numerics/adders';
import { ExactSum } from '../numerics/exact-sum';
import { UNIT_ROUNDOFF } from '../numerics/float32';
import { roundToFactor } from '../numerics/float8';
import type { FactorFormat } from '../numerics/formats';
import { roundToBfloat16 } from '../numerics/formats';
import { ADDER_NAMES } from '../numerics/group-sizes';
import { multiTermAdd, stepRoundoff } from '../numerics/multi-term-add';
import type { GroupTree } from '../testing/arbitrary-groups';
import { arbitraryGroups, bracketedGroups, evaluateGroups } from '../testing/arbitrary-groups';
import { adderSteps } from './adder-steps';
import type { BinaryTree } from './binary-tree';
import { BIAS_LEAF, binaryTree, groupProducts, leavesBelow, parents } from './binary-tree';
import { compile } from './compile';
import { firstDivergence } from './first-divergence';
import type { GroupRoundoff } from './height';
import { gamma, height } from './height';
import type { Order } from './order';
import { OrderBuilder } from './order-builder';
import { orderKey } from './order-key';
import type { OrderContext } from './parse-order';
import { parseOrder } from './parse-order';
import { printOrder } from './print-order';
import { productSequence } from './product-sequence';
import { runningBounds } from './running-bound';
import type { GroupAddition } from './trace-order';
import { traceOrder } from './trace-order';
import { withBiasLast } from './with-bias-last';
import { withoutBias } from './without-bias';

const onH100: GroupAddition = (a, b, c) => multiTermAdd(ADDERS.h100, 'bfloat16', a, b, c);
const h100Roundoff: GroupRoundoff = (count) => stepRoundoff(ADDERS.h100, count);

function parsed(text: string, context: OrderContext = { adder: 'h100' }): Order {
  const result = parseOrder(text, context);
  if (!result.ok) throw new Error(`${text}: ${result.error.message}`);
  return result.value;
}

const number = fc.tuple(fc.integer({ min: -255, max: 255 }), fc.integer({ min: -12, max: 2 })).map(([m, e]) => roundToBfloat16(m * 2 ** e));
const numbers = fc.array(number, { minLength: 40, maxLength: 40 }).map((values) => Float32Array.from(values));

/** h by its definition, in units of u. */
function heightOf(tree: GroupTree): number {
  if (tree === 'b') return -1;
  if ('k' in tree) return 1;
  if ('left' in tree) return Math.max(heightOf(tree.left), heightOf(tree.right)) + 1;
  return Math.max(0, tree.sum === null ? 0 : heightOf(tree.sum)) + h100Roundoff(tree.count) / UNIT_ROUNDOFF;
}

describe('groups in the notation', () => {
  it.each([
    ['{0..15}', '{0..15}'],
    ['{0..767}*16', '{0..767}*16'],
    ['{ 0 .. 15 } * 16', '{0..15}'],
    ['{0..15}*32', '{0..15}'],
    ['{0..3} + {4..7} + {8..11}', '{0..11}*4'],
    ['{0..3} + {4..7} + {8,9}', null],
    ['{0..3} + {4..7} + {8..9}', '{0..9}*4'],
    ['{0..3} + {4..5} + {6..7}', '{0..5}*4 + {6..7}'],
    ['{0..1} + {2..5}', '{0..1} + {2..5}'],
    ['{0..7}*4 + {8..11}', '{0..11}*4'],
    ['{0..12:4} + {16..28:4} + {1..29:4}*4 + {2..30:4}*4 + {3..31:4}*4', '{0..28:4}*4 + {1..29:4}*4 + {2..30:4}*4 + {3..31:4}*4'],
    ['{7..0}*4', '{7..0}*4'],
    ['{0} + {1} + {2}', '{0..2}*1'],
    ['{1} + {0}', '{1..0}*1'],
    ['{0}', '{0}'],
    ['({0..3})', '{0..3}'],
    ['b + ({0..3})', 'b + ({0..3})'],
    ['b + {0..3}', 'b + {0..3}'],
    ['({0..3}) + ({4..7})', '{0..3} + ({4..7})'],
    ['0 + (({1..4} + 5))', '0 + ({1..4} + 5)'],
    ['0 + *1 + {2..3} + *4', '0 + *1 + {2..3} + *4'],
    ['{0..383}*16 + ({384..767}*16) + b', '{0..383}*16 + ({384..767}*16) + b'],
    ['{0..3},({4..7}),b', '{0..3} + ({4..7}) + b'],
  ])('prints %j as %j', (text, wanted) => {
    const order = parseOrder(text, { adder: 'v100' });
    expect(order.ok ? printOrder(order.value) : null).toBe(wanted);
    if (!order.ok) return;
    expect(order.value.adder).toBe('v100');
    for (const separator of [' + ', ','] as const) expect(parsed(printOrder(order.value, separator), { adder: 'v100' })).toEqual(order.value);
  });

  it.each([
    ['0 + {1..15}', {}, 4, /^A group in braces needs an adder, such as h100/],
    ['{}', { adder: 'h100' }, 1, /^Expected a product or a run such as 0\.\.15, found “}”\.$/],
    ['{0..3', { adder: 'h100' }, 5, /Expected “}” here, found the end/],
    ['{0 + 1}', { adder: 'h100' }, 3, /Expected “}” here, found “\+”/],
    ['{b}', { adder: 'h100' }, 1, /Expected a product or a run.*found “b”/],
    ['{*0}', { adder: 'h100' }, 1, /Expected a product or a run.*found “\*”/],
    ['*{0..3}', { adder: 'h100' }, 1, /a product after “\*”, found “{”/],
    ['{0..3}*', { adder: 'h100' }, 7, /Expected the size of the groups, found the end/],
    ['{0..3}*0', { adder: 'h100' }, 7, /at least one product/],
    ['{0..63}', { adder: 'h100' }, 0, /^A group has at most 32 products, not 64/],
    ['{0..127}*64', { adder: 'h100' }, 0, /^A group has at most 32 products, not 64/],
    ['{0..3} + {3..6}', { adder: 'h100' }, 9, /Product 3 is named twice/],
    ['{0..3} + 2', { adder: 'h100' }, 9, /Product 2 is named twice/],
    ['{0..3}', { adder: 'h100', products: 8 }, 6, /Product 4 is missing, and 3 more/],
    ['{0..15}*4', { adder: 'h100', products: 8 }, 0, /Product 15 is out of range: there are 8 products/],
    ['{0..5:2}', { adder: 'h100' }, 1, /never reaches 5/],
    ['{0..3}}', { adder: 'h100' }, 6, /Expected “\+” or the end here, found “}”/],
  ] as [string, OrderContext, number, RegExp][])('refuses %j with %j at character %i', (text, context, position, message) => {
    const result = parseOrder(text, context);
    expect(result.ok).toBe(false);
    if (result.ok) return;
    expect(result.error.message).toMatch(message);
    if (!text.includes(':')) expect(result.error.position).toBe(position);
  });

  it('reads back what it prints, in both forms, to the same steps, and keeps the adder', () => {
    fc.assert(
      fc.property(arbitraryGroups(), ({ tree, products, bias }) => {
        const order = parsed(bracketedGroups(tree), { products, bias, adder: 'a100' });
        for (const separator of [' + ', ','] as const) {
          const again = parsed(printOrder(order, separator), { products, bias, adder: 'a100' });
          expect(again).toEqual(order);
          expect(printOrder(again)).toBe(printOrder(order));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('never throws on arbitrary text', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'0123456789+.*:(){}b ,'), maxLength: 60 }), (text) => typeof parseOrder(text, { adder: 'h100' }).ok === 'boolean'), { numRuns: 2000 });
  });

  it('leaves an order without groups as it was, whatever adder is named', () => {
    expect(parsed('0..3 + (4..7)')).toEqual(parsed('0..3 + (4..7)', {}));
    expect(parsed('0..3').adder).toBeNull();
  });

  it('reads and prints a million products in groups', () => {
    const order = parsed('{0..1048575}*16 + b');
    expect(order.steps).toHaveLength(8);
    expect(printOrder(order)).toBe('{0..1048575}*16 + b');
  });

  it('are built only with an adder', () => {
    const builder = new OrderBuilder();
    builder.groups(0, 1, 32, 16);
    expect(() => builder.finish()).toThrow(/needs an adder/);
  });
});

describe('an order with groups', () => {
  it('has the value that plain recursion gives it', () => {
    fc.assert(
      fc.property(arbitraryGroups(), numbers, numbers, number, ({ tree, products, bias: hasBias }, xs, ws, b) => {
        const [x, w] = [xs.subarray(0, products), ws.subarray(0, products)];
        const nodes = binaryTree(parsed(bracketedGroups(tree), { products, bias: hasBias, adder: 'h100' }));
        const { values } = traceOrder(nodes, x, w, b, 'float32', onH100);
        expect(values[nodes.root]).toBe(evaluateGroups(tree, x, w, b, onH100));
      }),
      { numRuns: 500 },
    );
  });

  it('loses at each node exactly what is missing from its value', () => {
    fc.assert(
      fc.property(arbitraryGroups(20), numbers, ({ tree, products }, x) => {
        const nodes = binaryTree(parsed(bracketedGroups(tree)));
        const w = x.slice().reverse();
        const { values, lost } = traceOrder(nodes, x, w, 1, 'float32', onH100);
        const sum = new ExactSum();
        for (const leaf of leavesBelow(nodes, nodes.root)) sum.add(leaf === BIAS_LEAF ? 1 : x[leaf]! * w[leaf]!);
        for (const part of lost) sum.add(-part);
        expect(sum.roundedToDouble()).toBe(values[nodes.root]! + 0);
        expect(products).toBe(leavesBelow(nodes, nodes.root).filter((leaf) => leaf !== BIAS_LEAF).length);
      }),
    );
  });

  it('has nodes of many children', () => {
    const tree = binaryTree(parsed('b + {0..3} + ({4..5} + 6)'));
    const group = tree.group.indexOf(4);
    expect(groupProducts(tree, group).map((node) => tree.leaf[node])).toEqual([0, 1, 2, 3]);
    expect(tree.leaf[tree.left[group]!]).toBe(BIAS_LEAF);
    const onZero = tree.group.indexOf(2);
    expect(tree.left[onZero]).toBe(-1);
    expect(leavesBelow(tree, onZero)).toEqual([4, 5]);
    expect(leavesBelow(tree, tree.root)).toEqual([BIAS_LEAF, 0, 1, 2, 3, 4, 5, 6]);
    const parent = parents(tree);
    expect(parent.filter((node) => node === group)).toHaveLength(5);
    expect(parent.filter((node) => node === -1)).toHaveLength(1);
    expect(tree.root).toBe(tree.left.length - 1);
  });

  it('is taken by float64 as a sum of one product after another', () => {
    const tree = binaryTree(parsed('{0..3}'));
    const x = Float32Array.of(1, 2 ** -40, -1, 2 ** -41);
    expect(traceOrder(tree, x, Float32Array.of(1, 1, 1, 1), 0, 'float64').values[tree.root]).toBe(2 ** -40 + 2 ** -41);
  });

  it('has the height that the definition counts', () => {
    fc.assert(fc.property(arbitraryGroups(), ({ tree }) => { expect(height(parsed(bracketedGroups(tree)), h100Roundoff)).toBeCloseTo(heightOf(tree), 9); }));
    expect(height(parsed('{0..31}*16'), h100Roundoff)).toBe(2 * 10.5);
    // Without the adder's roundoff there is no bound to state.
    expect(height(parsed('{0..31}*16'))).toBeNaN();
  });

  it.each(ADDER_NAMES)('stays within both of its bounds on %s, whatever the numbers', (name) => {
    const formats = Object.keys(ADDERS[name].groupSizes) as FactorFormat[];
    const numbersOf = (format: FactorFormat): fc.Arbitrary<Float32Array> => {
      const least = Math.max(-20, LEAST_EXPONENTS[format]);
      const drawn = (m: fc.Arbitrary<number>): fc.Arbitrary<number> => fc.tuple(m, fc.integer({ min: least, max: 0 })).map(([m, e]) => roundToFactor(format, m * 2 ** e));
      const any = drawn(fc.tuple(fc.constantFrom(-1, 1), fc.integer({ min: 8, max: 15 })).map(([sign, m]) => (sign * m) / 8));
      // All of one sign, with long tails to be cut off.
      const longTails = drawn(fc.constantFrom(1.75, 1.9375, 2 - 2 ** -10));
      return fc.constantFrom(any, longTails).chain((number) => fc.array(number, { minLength: 40, maxLength: 40 })).map((values) => Float32Array.from(values));
    };
    const cases = fc.constantFrom(...formats).chain((format) => fc.record({ format: fc.constant(format), xs: numbersOf(format), ws: numbersOf(format), drawn: arbitraryGroups() }));
    fc.assert(
      fc.property(cases, ({ format, xs, ws, drawn: { tree } }) => {
        const order = parsed(bracketedGroups(tree), { adder: name });
        const nodes = binaryTree(order);
        const steps = adderSteps(name, format);
        const { values } = traceOrder(nodes, xs, ws, 1, 'float32', steps.add);
        const sum = new ExactSum();
        let size = 0;
        for (const leaf of leavesBelow(nodes, nodes.root)) {
          const term = leaf === BIAS_LEAF ? 1 : xs[leaf]! * ws[leaf]!;
          sum.add(term);
          size += Math.abs(term);
        }
        sum.add(-values[nodes.root]!);
        const error = Math.abs(sum.roundedToDouble());
        expect(error).toBeLessThanOrEqual(gamma(height(order, steps.roundoff)) * size + order.products * steps.underflow(order.products));
        expect(error).toBeLessThanOrEqual(runningBounds(nodes, values, steps)[nodes.root]!);
      }),
      { numRuns: 60 },
    );
  });

  it.each(ADDER_NAMES)('stays within its running bound on %s where the sum so far is subnormal, and the products beside it are lost', (name) => {
    const formats = Object.keys(ADDERS[name].groupSizes) as FactorFormat[];
    const least = ADDERS[name].accumulator === 'float16' ? -24 : -149;
    const cases = fc.constantFrom(...formats).chain((format) => {
      // The smallest normal factors, where two of them make the smallest product; else a product near the accumulator's subnormals.
      const lowest = Math.max(LEAST_EXPONENTS[format], Math.ceil((least - 8) / 2));
      const factor = fc.tuple(fc.constantFrom(1, 1.5, 1.75), fc.integer({ min: lowest, max: lowest + 4 })).map(([m, e]) => m * 2 ** e);
      const factors = fc.array(factor, { minLength: 16, maxLength: 16 }).map((values) => Float32Array.from(values));
      return fc.record({ format: fc.constant(format), x: factors, w: factors, bias: fc.integer({ min: 1, max: 2 ** 10 - 1 }).map((units) => units * 2 ** least) });
    });
    fc.assert(
      fc.property(cases, ({ format, x, w, bias }) => {
        const nodes = binaryTree(parsed('b + {0..15}*4', { adder: name }));
        const steps = adderSteps(name, format);
        const { values } = traceOrder(nodes, x, w, bias, 'float32', steps.add);
        const sum = new ExactSum();
        for (const term of [bias, ...Array.from(x, (one, k) => one * w[k]!), -values[nodes.root]!]) sum.add(term);
        expect(Math.abs(sum.roundedToDouble())).toBeLessThanOrEqual(runningBounds(nodes, values, steps)[nodes.root]!);
      }),
    );
  });

  it('compiles to a program that names each product once, in groups', () => {
    const { ops, leaves, adder } = compile(parsed('0 + ({1..6}*2) + b'));
    expect([...ops]).toEqual([10, 0, 0, 12, 0, 2, 12, 2, 4, 12, 4, 6, 4, 6, 7, 8, 0, 0]);
    expect([...leaves]).toEqual([1, 2, 3, 4, 5, 6, 0]);
    expect(adder).toBe('h100');
    fc.assert(
      fc.property(arbitraryGroups(), ({ tree, products }) => {
        const program = compile(parsed(bracketedGroups(tree)));
        expect([...program.leaves].sort((a, b) => a - b)).toEqual(Array.from({ length: products }, (_, k) => k));
        expect(program.depth).toBeLessThanOrEqual(Math.log2(products + 1));
      }),
    );
  });

  it('gets and loses its bias as other orders do', () => {
    expect(printOrder(withBiasLast(parsed('{0..7}*4 + ({8..15}*4)')))).toBe('{0..7}*4 + ({8..15}*4) + b');
    expect(printOrder(withoutBias(parsed('b + {0..7}*4 + ({8..11})')))).toBe('{0..7}*4 + ({8..11})');
    expect(withoutBias(parsed('b + {0..7}*4')).adder).toBe('h100');
    expect([...productSequence(parsed('{4..7} + ({3..0})'))]).toEqual([4, 5, 6, 7, 3, 2, 1, 0]);
  });
});

describe('telling orders with groups apart', () => {
  const tree = (text: string, adder: OrderContext['adder'] = 'h100'): BinaryTree => binaryTree(parsed(text, { adder }));

  it.each([
    ['{0..3} + {4..7}', '{3..0} + {7..4}', true],
    ['{0..3} + ({4..7})', '({4..7}) + ({0..3})', true],
    ['{0..7}*4', '{0..7}*8', false],
    ['{0..7}*4', '{4..7} + {0..3}', false],
    ['{0..3} + ({4..7})', '{0..3} + {4..7}', false],
    ['0..3', '{0..3}*1', false],
    ['b + {0..3}', '{0..3} + b', false],
  ])('%s and %s: the same? %s', (a, b, same) => {
    expect(orderKey(parsed(a)) === orderKey(parsed(b))).toBe(same);
    expect(firstDivergence(tree(a), tree(b)) === -1).toBe(same);
  });

  it('takes the same groups on another adder for another order', () => {
    const [h100, a100] = [parsed('{0..7}*4'), parsed('{0..7}*4', { adder: 'a100' })];
    expect(orderKey(h100)).not.toBe(orderKey(a100));
    expect(firstDivergence(binaryTree(h100), binaryTree(a100))).toBe(binaryTree(h100).group.indexOf(4));
  });

  it('finds the first addition that the other does not make', () => {
    const [a, b] = [tree('{0..11}*4'), tree('{0..3} + {4..5} + {6..7} + {8..11}')];
    expect(leavesBelow(a, firstDivergence(a, b))).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('names an addition rather than a product where one tree has a group and the other not', () => {
    const [groups, plain] = [tree('{0..3} + 4'), tree('0..4')];
    expect(leavesBelow(groups, firstDivergence(groups, plain))).toEqual([0, 1, 2, 3]);
    expect(leavesBelow(plain, firstDivergence(plain, groups))).toEqual([0, 1]);
    expect(firstDivergence(tree('0 + 1'), tree('{0} + 1'))).toBe(0);
  });

  it('agrees in keys and divergences on whether two random ones are the same', () => {
    fc.assert(
      fc.property(arbitraryGroups(4, 2), arbitraryGroups(4, 2), ({ tree: one }, { tree: other }) => {
        const [a, b] = [parsed(bracketedGroups(one)), parsed(bracketedGroups(other))];
        if (a.products !== b.products || a.bias !== b.bias || a.adder !== b.adder) return;
        expect(firstDivergence(binaryTree(a), binaryTree(b)) === -1).toBe(orderKey(a) === orderKey(b));
      }),
      { numRuns: 1000 },
    );
  });
});
