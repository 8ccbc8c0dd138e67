import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNIT_ROUNDOFF } from '../numerics/float32';
import { ExactSum } from '../numerics/exact-sum';
import { arbitraryTree, bracketed } from '../testing/arbitrary-tree';
import type { BinaryTree } from './binary-tree';
import { BIAS_LEAF, binaryTree, leavesBelow } from './binary-tree';
import { errorBound, height } from './height';
import { parseOrder } from './parse-order';
import { runningBounds } from './running-bound';
import { traceOrder } from './trace-order';

function treeOf(text: string): BinaryTree {
  const order = parseOrder(text);
  if (!order.ok) throw new Error(order.error.message);
  return binaryTree(order.value);
}

/** value − exact, rounded once, of every node that is rounded. */
function errorsOf(tree: BinaryTree, x: Float32Array, w: Float32Array, bias: number): number[] {
  const { values } = traceOrder(tree, x, w, bias);
  return Array.from(values, (value, node) => {
    const sum = new ExactSum();
    for (const leaf of leavesBelow(tree, node)) sum.add(leaf === BIAS_LEAF ? bias : x[leaf]! * w[leaf]!);
    sum.add(-value);
    return -sum.roundedToDouble();
  });
}

function holds(tree: BinaryTree, x: Float32Array, w: Float32Array, bias: number): void {
  const bounds = runningBounds(tree, traceOrder(tree, x, w, bias).values);
  for (const [node, error] of errorsOf(tree, x, w, bias).entries()) if (!Number.isNaN(error)) expect(Math.abs(error)).toBeLessThanOrEqual(bounds[node]!);
}

const anyFloat = fc.float({ noNaN: true, noDefaultInfinity: true, min: -(2 ** 60), max: 2 ** 60 });
const nearOne = fc.float({ noNaN: true, min: -1, max: 1 });
const tiny = fc.float({ noNaN: true, min: -Math.fround(1e-19), max: Math.fround(1e-19) });

describe('the running error bound', () => {
  it('adds up u times what was rounded', () => {
    // 3·1 + 1·4 = 7, + 2·5 = 17: products 3, 4 and 10, sums 7 and 17.
    const x = Float32Array.of(3, 1, 2);
    const w = Float32Array.of(1, 4, 5);
    const [unfused, fused] = [treeOf('0 + 1 + 2'), treeOf('0 + *1 + *2')];
    const root = (tree: BinaryTree): number => runningBounds(tree, traceOrder(tree, x, w, 0).values)[tree.root]! / UNIT_ROUNDOFF;
    expect(root(unfused)).toBeCloseTo(3 + 4 + 10 + 7 + 17, 9);
    expect(root(fused)).toBeCloseTo(3 + 7 + 17, 9);
  });

  it.each([
    ['any numbers', anyFloat],
    ['numbers up to one', nearOne],
    ['numbers whose products underflow', fc.oneof(tiny, nearOne)],
  ])('is never below the error, at any node of any tree: %s', (_, number) => {
    fc.assert(
      fc.property(arbitraryTree(), fc.array(number, { minLength: 24, maxLength: 24 }), fc.array(number, { minLength: 24, maxLength: 24 }), number, ({ tree, products }, xs, ws, bias) => {
        holds(treeOf(bracketed(tree)), Float32Array.from(xs.slice(0, products)), Float32Array.from(ws.slice(0, products)), bias);
      }),
      { numRuns: 300 },
    );
  });

  it('is never below the error where the second half cancels the first', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(nearOne, nearOne, fc.float({ noNaN: true, min: -Math.fround(1e-6), max: Math.fround(1e-6) })), { minLength: 2, maxLength: 20 }), fc.boolean(), (triples, fused) => {
        const x = Float32Array.from([...triples.map(([one]) => one), ...triples.map(([one]) => -one)]);
        const w = Float32Array.from([...triples.map(([, other]) => other), ...triples.map(([, other, off]) => other + off)]);
        holds(treeOf(`${fused ? '*' : ''}0..${x.length - 1}`), x, w, 0);
      }),
    );
  });

  it('stays below h·u·Σ|x·w|, but for terms in u²', () => {
    fc.assert(
      fc.property(arbitraryTree(), fc.array(nearOne, { minLength: 24, maxLength: 24 }), ({ tree: any, products }, xs) => {
        const order = parseOrder(bracketed(any));
        if (!order.ok) throw new Error(order.error.message);
        const x = Float32Array.from(xs.slice(0, products), (value) => value + Math.sign(value));
        const w = Float32Array.from(x, () => 1);
        const tree = binaryTree(order.value);
        const most = errorBound(height(order.value), x.reduce((sum, value) => sum + Math.abs(value), 0));
        expect(runningBounds(tree, traceOrder(tree, x, w, 0).values)[tree.root]!).toBeLessThanOrEqual(most * (1 + 1e-5) + products * 2 ** -150);
      }),
    );
  });
});
