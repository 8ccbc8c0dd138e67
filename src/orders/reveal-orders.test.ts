import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TestTree } from '../testing/arbitrary-tree';
import { arbitraryTreeOver, bracketed, evaluate } from '../testing/arbitrary-tree';
import { orderKey } from './order-key';
import { parseOrder } from './parse-order';
import type { UnknownLayer } from './reveal-orders';
import { revealOrders } from './reveal-orders';

/** Reveals a layer whose output j is added up as `treeOf[j]` says, and counts the calls. */
function revealed({ products, outputs, bias }: UnknownLayer, treeOf: (output: number) => TestTree, most = 64) {
  const finding = revealOrders({ products, outputs, bias }, most);
  // One array for all answers, as a library may reuse its output buffer.
  const answer = new Float32Array(outputs);
  let calls = 0;
  let step = finding.next();
  while (!step.done) {
    const { x, weight, bias: b } = step.value;
    const w = new Float32Array(products).fill(weight);
    for (let j = 0; j < outputs; j++) answer[j] = evaluate(treeOf(j), x, w, b);
    calls++;
    step = finding.next(answer);
  }
  return { found: step.value, calls };
}

function keyOf(tree: TestTree): string {
  const order = parseOrder(bracketed(tree));
  if (!order.ok) throw new Error(order.error.message);
  return orderKey(order.value);
}

const layer = fc.record({ products: fc.integer({ min: 1, max: 12 }), bias: fc.boolean() }).chain(({ products, bias }) =>
  fc.record({
    products: fc.constant(products),
    bias: fc.constant(bias),
    trees: fc.array(arbitraryTreeOver(products, bias), { minLength: 1, maxLength: 4 }),
    choice: fc.array(fc.nat(3), { minLength: 1, maxLength: 20 }),
  }),
);

describe('revealing a layer from outside', { timeout: 30_000 }, () => {
  it('finds the order of every output, where outputs differ in their trees', () => {
    fc.assert(
      fc.property(layer, ({ products, bias, trees, choice }) => {
        const treeOf = (j: number): TestTree => trees[choice[j]! % trees.length]!;
        const { found } = revealed({ products, outputs: choice.length, bias }, treeOf);
        if (!found.ok) throw new Error(found.error.message);
        const keys = new Array<string>(choice.length).fill('');
        for (const { outputs, order } of found.value) for (const j of outputs) keys[j] += orderKey(order);
        expect(keys).toEqual(choice.map((_, j) => keyOf(treeOf(j))));
        expect(new Set(found.value.map(({ order }) => orderKey(order))).size).toBe(found.value.length);
      }),
      { numRuns: 150 },
    );
  });

  it('asks nothing twice: outputs that are alike cost no calls of their own', () => {
    fc.assert(
      fc.property(layer, ({ products, bias, trees: [tree] }) => {
        const one = revealed({ products, outputs: 1, bias }, () => tree!);
        expect(revealed({ products, outputs: 9, bias }, () => tree!).calls).toBe(one.calls);
      }),
    );
  });

  it('gives up where there are more orders than were allowed, and names the output that is not a tree', () => {
    const chain = (order: readonly number[]): TestTree => order.map((k): TestTree => ({ k })).reduce((left, right) => ({ left, right, fused: false }));
    const trees = [chain([0, 1, 2]), chain([0, 2, 1]), chain([1, 2, 0])];
    expect(revealed({ products: 3, outputs: 3, bias: false }, (j) => trees[j]!, 3).found.ok).toBe(true);
    expect(revealed({ products: 3, outputs: 3, bias: false }, (j) => trees[j]!, 2).found).toEqual({ ok: false, error: { message: 'There are more than 2 different orders among the outputs.' } });

    const finding = revealOrders({ products: 3, outputs: 2, bias: false }, 2);
    let step = finding.next();
    while (!step.done) step = finding.next(Float32Array.of(evaluate(trees[0]!, step.value.x, new Float32Array(3).fill(step.value.weight), 0), 0.5));
    expect(step.value).toMatchObject({ ok: false, error: { message: expect.stringMatching(/^Output 1: .* it returned 0\.5, where a tree returns a count from 0 to 1\.$/) as string } });
  });
});
