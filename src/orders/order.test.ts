import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { AdderName } from '../numerics/group-sizes';
import { ADDER_NAMES, productsPerStep } from '../numerics/group-sizes';
import { ADDERS } from '../numerics/adders';
import type { FactorFormat } from '../numerics/formats';
import type { TestTree } from '../testing/arbitrary-tree';
import { arbitraryTree, bracketed, evaluate } from '../testing/arbitrary-tree';
import { binaryTree, leavesBelow, parents } from './binary-tree';
import { compile } from './compile';
import type { FamilySpec, TreeStyle } from './families';
import { makeFamily } from './families';
import { FAMILY_NAMES, familyOf, parseFamily, printFamily } from './family-text';
import { firstDivergence } from './first-divergence';
import { height } from './height';
import type { Order } from './order';
import { orderKey } from './order-key';
import { parseOrder } from './parse-order';
import { LEAST_PRODUCTS } from './pattern-names';
import { PATTERNS, patternOrder } from './patterns';
import { permutation } from './permutation';
import { printOrder } from './print-order';
import { traceOrder } from './trace-order';

function parsed(text: string, adder: AdderName | null = null): Order {
  const result = parseOrder(text, { adder });
  if (!result.ok) throw new Error(`${text}: ${result.error.message}`);
  return result.value;
}

function heightOf(tree: TestTree): number {
  if (tree === 'b') return -1;
  if ('k' in tree) return 1;
  return Math.max(heightOf(tree.left), tree.fused ? 0 : heightOf(tree.right)) + 1;
}

const spec: fc.Arbitrary<FamilySpec> = fc.record({ name: fc.constantFrom(...FAMILY_NAMES), parameter: fc.integer({ min: 1, max: 40 }), combine: fc.constantFrom('in-order' as const, 'pairwise' as const), adder: fc.option(fc.constantFrom(...ADDER_NAMES)) }).map(({ name, parameter, combine, adder }) => familyOf(name, parameter, combine, adder));
const style: fc.Arbitrary<TreeStyle> = fc.record({ fused: fc.boolean(), bias: fc.constantFrom('none' as const, 'first' as const, 'last' as const, 'after-first-block' as const) });

describe('a tree', () => {
  it('has the value, node by node, that plain recursion gives it', () => {
    const value = fc.oneof(fc.float({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(0, -0, 1, -1, Math.fround(1e-45), Math.fround(3e38), Infinity, NaN));
    fc.assert(
      fc.property(arbitraryTree(), fc.array(value, { minLength: 24, maxLength: 24 }), fc.array(value, { minLength: 24, maxLength: 24 }), value, ({ tree, products }, xs, ws, bias) => {
        const x = Float32Array.from(xs.slice(0, products));
        const w = Float32Array.from(ws.slice(0, products));
        const nodes = binaryTree(parsed(bracketed(tree)));
        const { values } = traceOrder(nodes, x, w, bias);
        expect(values[nodes.root]).toBe(evaluate(tree, x, w, bias));
      }),
      { numRuns: 500 },
    );
  });

  it('has the height that the definition counts', () => {
    fc.assert(fc.property(arbitraryTree(), ({ tree }) => { expect(height(parsed(bracketed(tree)))).toBe(Math.max(heightOf(tree), 0)); }));
  });

  it('loses at each addition exactly what is missing from its value', () => {
    const x = Float32Array.of(1, 2 ** -13, 2 ** 24, -(2 ** 24), 3);
    const w = Float32Array.of(1, 2 ** -13, 1, 1, 1 / 3);
    const tree = binaryTree(parsed('0 + *1 + 2 + 3 + 4'));
    const { values, lost } = traceOrder(tree, x, w, 0);
    const total = values[tree.root]! + lost.reduce((sum, part) => sum + part, 0);
    expect(total).toBe(1 + 2 ** -26 + 3 * w[4]!);
    expect(lost[2]).toBe(2 ** -26);
  });

  it('knows its leaves and parents', () => {
    const tree = binaryTree(parsed('0 + 2 + (1 + *3) + b'));
    expect(leavesBelow(tree, tree.root)).toEqual([0, 2, 1, 3, -2]);
    expect(parents(tree)[tree.root]).toBe(-1);
    expect([...tree.fused].filter((flag) => flag === 1)).toHaveLength(1);
  });
});

describe('a program', () => {
  it('needs about log₂K accumulators at the most, one for a chain of brackets', () => {
    fc.assert(fc.property(arbitraryTree(64), ({ tree, products, bias }) => { expect(compile(parsed(bracketed(tree))).depth).toBeLessThanOrEqual(Math.log2(products + (bias ? 1 : 0))); }));
    const K = 5000;
    const chain = `${Array.from({ length: K - 1 }, (_, k) => `${k} + (`).join('')}${K - 1}${')'.repeat(K - 1)}`;
    expect(compile(parsed(chain)).depth).toBe(0);
  });

  it('names each product once', () => {
    fc.assert(
      fc.property(spec, style, fc.integer({ min: 1, max: 200 }), (family, wanted, K) => {
        const { leaves, ops } = compile(makeFamily(family, K, wanted));
        expect([...leaves].sort((a, b) => a - b)).toEqual(Array.from({ length: K }, (_, k) => k));
        expect(ops.length % 3).toBe(0);
      }),
    );
  });
});

describe('families', () => {
  it.each([
    ['sequential', '0..7', 8],
    ['reverse', '7..0', 8],
    ['pairwise(1)', '0 + 1 + (2 + 3) + (4 + 5 + (6 + 7))', 8],
    ['pairwise(4)', '0..3 + (4..7)', 8],
    ['lanes(4)', '0 + 4 + (1 + 5) + (2 + 6) + (3 + 7)', 8],
    ['lanes(4,pairwise)', '0 + 4 + (1 + 5) + (2 + 6 + (3 + 7))', 8],
    ['blocked(3)', '0..2 + (3..5) + (6 + 7)', 8],
    ['split(3)', '0 + 1 + (2..4) + (5..7)', 8],
    ['lanes(16)', '0..3', 4],
    ['sequential(h100)', '{0..7}', 8],
    ['sequential(h100)', '{0..39}*8', 40],
    ['split(2,h100)', '{0..19}*8 + ({20..39}*8)', 40],
    ['split(3,h100-fp8)', '{0..1} + ({2..4}) + ({5..7})', 8],
    ['blocked(4,a100)', '{0..3} + ({4..7})', 8],
  ])('%s is %s', (text, order, K) => {
    const family = parseFamily(text);
    expect(family.ok).toBe(true);
    if (family.ok) expect(printOrder(makeFamily(family.value, K, { fused: false, bias: 'none' }))).toBe(order);
  });

  it.each([
    ['first', 'b + *0..3 + (*4..7)'],
    ['last', '*0..3 + (*4..7) + b'],
    ['after-first-block', '*0..3 + b + (*4..7)'],
    ['none', '*0..3 + (*4..7)'],
  ] as const)('put the bias %s', (bias, order) => {
    for (const family of [{ name: 'blocked', size: 4 }, { name: 'pairwise', base: 4 }, { name: 'split', parts: 2 }] as const) {
      expect(printOrder(makeFamily(family, 8, { fused: true, bias }))).toBe(order);
    }
  });

  it('on an adder are chains of groups as large as it takes of the format, joined as the others are', () => {
    const factors = fc.constantFrom(...ADDER_NAMES).chain((adder) => fc.record({ adder: fc.constant(adder), format: fc.constantFrom(...(Object.keys(ADDERS[adder].groupSizes) as FactorFormat[])) }));
    const chain = (first: number, end: number, n: number): string => `{${first}..${end - 1}}*${n}`;
    fc.assert(
      fc.property(factors, fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 40 }), ({ adder, format }, K, parameter) => {
        const n = productsPerStep(adder, format)!;
        const joined = (chains: readonly string[]): string => chains.map((text, i) => (i === 0 ? text : `(${text})`)).join(' + ');
        const parts = Math.min(parameter, K);
        const ends = Array.from({ length: parts + 1 }, (_, part) => Math.floor((part * K) / parts));
        const texts = {
          sequential: chain(0, K, n),
          split: joined(ends.slice(1).map((end, part) => chain(ends[part]!, end, n))),
          blocked: joined(Array.from({ length: Math.ceil(K / parameter) }, (_, block) => chain(block * parameter, Math.min(K, (block + 1) * parameter), n))),
        };
        for (const [name, text] of Object.entries(texts)) {
          const order = makeFamily(familyOf(name as keyof typeof texts, parameter, 'in-order', adder), K, { fused: true, bias: 'none', factors: format });
          expect(order).toEqual(parsed(text, adder));
        }
      }),
    );
  });

  it('are valid orders, which the notation carries', () => {
    fc.assert(
      fc.property(spec, style, fc.integer({ min: 1, max: 300 }), (family, wanted, K) => {
        const order = makeFamily(family, K, wanted);
        expect(parseOrder(printOrder(order), { products: K, bias: wanted.bias !== 'none', adder: order.adder })).toEqual({ ok: true, value: order });
      }),
    );
  });

  it('read back the text that they print', () => {
    fc.assert(fc.property(spec, (family) => { expect(parseFamily(printFamily(family))).toEqual({ ok: true, value: family }); }));
  });

  it.each(['lane(4)', 'lanes(0)', 'lanes(x)', 'lanes(4,sideways)', 'blocked(8,pairwise)', 'sequential(3)', '', 'lanes(4', 'lanes(1e3)', 'split(99999999999)', 'sequential(h1000)', 'sequential(h100,4)', 'reverse(h100)', 'lanes(4,h100)', 'blocked(128,h1000)', 'sequential(-1)'])('refuse %j with a sentence', (text) => {
    const result = parseFamily(text);
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.error.message).toMatch(/\.$/);
  });

  it('parse arbitrary text without throwing', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => typeof parseFamily(text).ok === 'boolean'));
  });

  it('reach 2²⁰ products, shuffled ones in a true permutation', () => {
    const order = makeFamily({ name: 'shuffled', seed: 7 }, 2 ** 20, { fused: false, bias: 'none' });
    expect(order.products).toBe(2 ** 20);
    const seen = new Uint8Array(1000);
    permutation(1000, 3).forEach((k) => (seen[k] = 1));
    expect(seen.every((flag) => flag === 1)).toBe(true);
    expect(permutation(20, 1)).not.toEqual(permutation(20, 2));
  });
});

describe('telling orders apart', () => {
  it('gives commuted sums one key and other trees another', () => {
    expect(orderKey(parsed('0 + 1 + (2 + 3)'))).toBe(orderKey(parsed('(3 + 2) + (1 + 0)')));
    expect(orderKey(parsed('0..3'))).not.toBe(orderKey(parsed('0 + 1 + (2 + 3)')));
    expect(orderKey(parsed('0 + *1'))).not.toBe(orderKey(parsed('1 + *0')));
    expect(orderKey(parsed('0 + *1'))).not.toBe(orderKey(parsed('0 + 1')));
    expect(orderKey(parsed('0..2 + b'))).not.toBe(orderKey(parsed('0 + b + 1 + 2')));
  });

  it('agrees with the first divergence on whether two random trees are one', () => {
    fc.assert(
      fc.property(arbitraryTree(5), arbitraryTree(5), ({ tree: a }, { tree: b }) => {
        const [one, two] = [parsed(bracketed(a)), parsed(bracketed(b))];
        const same = orderKey(one) === orderKey(two);
        if (one.products === two.products && one.bias === two.bias) expect(firstDivergence(binaryTree(one), binaryTree(two)) === -1).toBe(same);
      }),
      { numRuns: 500 },
    );
  });

  it('finds the first addition that the other tree does not make', () => {
    const a = binaryTree(parsed('0 + 1 + (2 + 3) + b'));
    const b = binaryTree(parsed('0 + 2 + (1 + 3) + b'));
    expect(leavesBelow(a, firstDivergence(a, b))).toEqual([0, 1]);
    const c = binaryTree(parsed('0 + 1 + (2 + *3) + b'));
    expect(leavesBelow(a, firstDivergence(a, c))).toEqual([2, 3]);
  });
});

describe('patterns', () => {
  it.each(PATTERNS)('$name is at K = 768 what was recorded', (pattern) => {
    const recording = JSON.parse(readFileSync(`public/recordings/${pattern.recording}.json`, 'utf8')) as { kernels: { batch: number; columns: [number, number][]; order: string }[] };
    for (const { batch, columns, order } of recording.kernels) {
      // If a batch has stripes, a pattern follows the order of most outputs.
      if (columns.reduce((sum, [from, to]) => sum + to - from + 1, 0) < 384) continue;
      expect(printOrder(patternOrder(pattern, batch, 768, true))).toBe(order);
    }
  });

  it('are valid orders at every K', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PATTERNS), fc.integer({ min: LEAST_PRODUCTS, max: 1500 }), fc.constantFrom(1, 2, 3, 4, 16, 128), fc.boolean(), (pattern, K, batch, bias) => {
        const order = patternOrder(pattern, batch, K, bias);
        expect(parseOrder(printOrder(order), { products: K, bias })).toEqual({ ok: true, value: order });
      }),
    );
  });
});
