import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stepApart } from '../../figure-parts/addition/step-apart';
import { otherSum } from '../../linear/other-sums';
import { exactDot } from '../../numerics/exact-dot';
import { binaryTree, leavesBelow } from '../../orders/binary-tree';
import { height } from '../../orders/height';
import { parseOrder } from '../../orders/parse-order';
import { kahanSteps } from './kahan-steps';
import { kahanCounts, nearerCounts, nearerOrder } from './nearer-order';
import { operandNames, stepList } from './step-list';
import type { WrittenTree } from '../../share/figure-settings';
import { FIGURE_SETTINGS } from '../../share/figure-settings';
import { firstValues } from '../../share/setting-table';
import { stepperData } from './stepper-data';
import { fitted, stepperOrder } from './stepper-state';
import { stepperSum } from './stepper-sum';

const FIRST = firstValues(FIGURE_SETTINGS.stepper);
function tree(text: string): WrittenTree {
  const read = FIGURE_SETTINGS.stepper.method.parse(text);
  if (!read.ok) throw new Error(read.error.message);
  return read.value.value;
}

const METHODS = ['sequential', 'reverse', 'pairwise(1)', 'pairwise(8)', 'lanes(4)', 'lanes(4,pairwise)', 'blocked(5)', 'split(3)', 'shuffled(7)'].map(tree);

const anySum = fc.record({
  kind: fc.constantFrom(...FIGURE_SETTINGS.stepper.data.options),
  seed: fc.integer({ min: 0, max: 1000 }),
  products: fc.integer({ min: 4, max: 64 }),
  method: fc.constantFrom(...METHODS),
  fused: fc.boolean(),
});

describe('a dot product step by step', () => {
  test('the last step is the whole sum: its height, its exact sum, and an error within the bound', () => {
    fc.assert(
      fc.property(anySum, ({ kind, seed, products, method, fused }) => {
        const { x, w } = stepperData(kind, seed, products);
        const order = stepperOrder(method, products, fused)!;
        const list = stepList(binaryTree(order), x, w);
        const last = list.steps.at(-1)!;
        expect(list.steps).toHaveLength(products - 1);
        expect(list.height).toBe(height(order));
        expect(last.exact).toBe(exactDot(x, 0, w, 0, products, 0));
        for (const { error, bound, running } of list.steps) {
          expect(Math.abs(error)).toBeLessThanOrEqual(running);
          expect(running).toBeLessThanOrEqual(bound * (1 + 1e-4));
        }
      }),
    );
  });

  test('a step’s error is minus all that was thrown away on the way', () => {
    fc.assert(
      fc.property(anySum, ({ kind, seed, products, fused }) => {
        const { x, w } = stepperData(kind, seed, products);
        const { steps } = stepList(binaryTree(stepperOrder(tree('sequential'), products, fused)!), x, w);
        let thrown = 0;
        for (const { addition, productsLost, error } of steps) {
          thrown += addition.lost + productsLost;
          expect(Math.abs(error + thrown)).toBeLessThanOrEqual(1e-12 * Math.abs(error) + 1e-20);
        }
      }),
    );
  });

  test('in groups, a step is a step of the adder: its numbers, its bound, and the terms that it cuts', () => {
    const onAdders = ['sequential(h100)', 'split(2,a100)', 'blocked(16,v100)', 'sequential(h100-fp8)', 'split(3,b200-fp8)', 'sequential(a100-acc16)', 'split(2,ada-fp8-acc16)'].map(tree);
    fc.assert(
      fc.property(fc.record({ kind: fc.constantFrom(...FIGURE_SETTINGS.stepper.data.options), seed: fc.integer({ min: 0, max: 1000 }), products: fc.integer({ min: 4, max: 64 }), method: fc.constantFrom(...onAdders) }), ({ kind, seed, products, method }) => {
        const { order, tree: nodes, x, w, adder } = stepperSum({ products, seed, data: kind, method, fused: false });
        const { steps, height: h } = stepList(nodes, x, w, adder);
        expect(steps.filter(({ group }) => group).length).toBe(nodes.group.filter((size) => size > 0).length);
        expect(h).toBeCloseTo(height(order, adder!.roundoff), 9);
        expect(steps.at(-1)!.exact).toBe(exactDot(x, 0, w, 0, products, 0));
        for (const step of steps) {
          if (Math.abs(step.error) > step.running) throw new Error(`${step.error} exceeds ${step.running}`);
          if (!step.group) continue;
          const apart = stepApart(adder!.adder, adder!.format, step.addition.a, step.right.map((k) => [x[k]!, w[k]!] as const));
          expect(apart.result).toBe(step.addition.sum);
          expect(-apart.error + 0).toBe(step.addition.lost + 0);
          // What the terms and the result lose is all that is lost.
          if (adder!.adder.joins === 'as a term') expect(apart.terms.reduce((sum, { lost }) => sum + lost, apart.sum - apart.result)).toBeCloseTo(step.addition.lost, 12);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('names what a step adds', () => {
    const { tree: nodes, x, w, adder } = stepperSum({ products: 32, seed: 1, data: 'torch', method: tree('sequential(h100)'), fused: false });
    expect(stepList(nodes, x, w, adder).steps.map(operandNames)).toEqual([['products 0..15'], ['the sum of 0..15', 'products 16..31']]);
  });

  test('a step says whether it goes on from the one before', () => {
    const order = parseOrder('0 + 1 + (2 + 3)');
    if (!order.ok) throw new Error(order.error.message);
    const { steps } = stepList(binaryTree(order.value), [1, 1, 1, 1], [1, 2, 3, 4]);
    expect(steps.map(({ continues, left, right, addition }) => [continues, left, right, addition.sum])).toEqual([
      [false, [0], [1], 3],
      [false, [2], [3], 7],
      [true, [0, 1], [2, 3], 10],
    ]);
  });
});

describe('Kahan’s track', () => {
  test('ends where Kahan’s sum ends', () => {
    fc.assert(
      fc.property(anySum, ({ kind, seed, products }) => {
        const { x, w } = stepperData(kind, seed, products);
        const order = Array.from({ length: products }, (_, k) => k);
        expect(Object.is(kahanSteps(order, x, w).at(-1)?.sum, otherSum('kahan', x, 0, w, 0, products, null))).toBe(true);
      }),
    );
  });

  test('finds what the addition threw away', () => {
    const [step] = kahanSteps([0, 1], [1e8, 1], [1, 1]);
    expect(step).toEqual({ sum: 1e8, found: 1, error: -1 });
  });
});

describe('Kahan’s sum beside an order’s own', () => {
  test('is counted as its steps say', () => {
    const order = stepperOrder(tree('lanes(4)'), 16, false)!;
    const nodes = binaryTree(order);
    const leaves = leavesBelow(nodes, nodes.root);
    const found = { seeds: 20, nearer: 0, farther: 0 };
    for (let seed = 1; seed <= found.seeds; seed++) {
      const { x, w } = stepperData('cancelling', seed, 16);
      const more = Math.abs(kahanSteps(leaves, x, w).at(-1)!.error) - Math.abs(stepList(nodes, x, w).steps.at(-1)!.error);
      if (more < 0) found.nearer++;
      if (more > 0) found.farther++;
    }
    expect(kahanCounts(order, 'cancelling', 20)).toEqual(found);
  });

  test('is the better one on the whole, and the more often the longer the sum', () => {
    const [short, long] = [16, 64].map((products) => kahanCounts(stepperOrder(tree('sequential'), products, false)!, 'torch', 300));
    expect(short).toEqual({ seeds: 300, nearer: 127, farther: 47 });
    expect(long).toEqual({ seeds: 300, nearer: 203, farther: 38 });
  });
});

describe('the state of the stepper', () => {
  test('an order that does not fit another number of products gives way to the plain one', () => {
    const written = fitted({ ...FIRST, products: 4, method: tree('3,2,1,0') });
    expect(written.method).toEqual(tree('3,2,1,0'));
    expect(fitted({ ...written, products: 8 }).method).toEqual(tree('sequential'));
    expect(fitted({ ...FIRST, products: 8, method: tree('lanes(4)') }).method).toEqual(tree('lanes(4)'));
  });

  test('steps stay within the sum', () => {
    expect(fitted({ ...FIRST, step: 99 }).step).toBe(FIRST.products - 2);
    expect(fitted({ ...FIRST, step: 14, products: 4 }).step).toBe(2);
    expect(fitted({ ...FIRST, step: 14, products: 32, method: tree('sequential(h100)') }).step).toBe(1);
    expect(fitted({ ...FIRST, kahan: true, method: tree('sequential(h100)') }).kahan).toBe(false);
  });
});

describe('the nearer of two orders', () => {
  test('is found against the exact sum, and counted over seeds', () => {
    const [first, second] = [stepperOrder(tree('sequential'), 64, false)!, stepperOrder(tree('lanes(8)'), 64, false)!];
    const { nearer, errors } = nearerOrder(first, second, 72);
    expect(nearer).toBe(errors[0] < errors[1] ? 'first' : errors[0] > errors[1] ? 'second' : 'neither');
    const counts = nearerCounts(first, second, 200);
    expect(counts.first + counts.second + counts.neither).toBe(200);
    expect(counts.second).toBeGreaterThan(counts.first);
  });
});
