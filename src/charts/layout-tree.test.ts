import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binaryTree } from '../orders/binary-tree';
import { makeFamily } from '../orders/families';
import { parseOrder } from '../orders/parse-order';
import { edgesPath, layoutTree, movedNode } from './layout-tree';

function treeOf(text: string) {
  const order = parseOrder(text);
  if (!order.ok) throw new Error(order.error.message);
  return binaryTree(order.value);
}

describe('layoutTree', () => {
  it('puts a sum one level beyond its higher child, below both', () => {
    const shape = treeOf('0 + 1 + (2 + 3) + b');
    const { level, parent, levels } = layoutTree(shape);
    expect([...level]).toEqual([0, 0, 1, 0, 0, 1, 2, 0, 3]);
    expect([...parent]).toEqual([2, 2, 6, 5, 5, 6, 8, 8, 8]);
    expect(levels).toBe(4);
  });
  it('draws no two lines across each other, whatever the order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.constantFrom('pairwise', 'lanes', 'shuffled'), (K, name) => {
        const spec = name === 'pairwise' ? ({ name, base: 2 } as const) : name === 'lanes' ? ({ name, lanes: 3, combine: 'pairwise' } as const) : ({ name: 'shuffled', seed: K } as const);
        const shape = binaryTree(makeFamily(spec, K, { fused: false, bias: 'first' }));
        const { level, parent } = layoutTree(shape);
        // A line down its parent's level passes only rows whose nodes end before that level.
        level.forEach((_, node) => {
          const up = parent[node]!;
          for (let between = node + 1; between < up; between++) expect(level[parent[between]!]!).toBeLessThanOrEqual(level[up]!);
          for (let between = node + 1; between < up; between++) if (parent[between] !== up) expect(level[parent[between]!]!).toBeLessThan(level[up]!);
        });
      }),
    );
  });
  it('lays out a tree of a million sums without running out of stack', () => {
    expect(layoutTree(binaryTree(makeFamily({ name: 'sequential' }, 2 ** 20, { fused: false, bias: 'none' }))).levels).toBe(2 ** 20);
  });
});

describe('edgesPath', () => {
  it('draws each line once', () => {
    const shape = treeOf('0 + 1');
    expect(edgesPath(shape, layoutTree(shape), 20, 30)).toBe('M0.5,0.5H20.5V60.5M0.5,30.5H20.5');
  });
});

describe('movedNode', () => {
  const shape = treeOf('0 + 1 + (2 + 3)');
  const layout = layoutTree(shape);
  it('goes by rows up and down, into the sum to the right, back to what it adds to the left', () => {
    expect(movedNode(shape, layout, 2, 'ArrowDown')).toBe(3);
    expect(movedNode(shape, layout, 2, 'ArrowRight')).toBe(6);
    expect(movedNode(shape, layout, 6, 'ArrowLeft')).toBe(2);
    expect(movedNode(shape, layout, 0, 'ArrowLeft')).toBe(0);
    expect(movedNode(shape, layout, 6, 'ArrowRight')).toBe(6);
    expect(movedNode(shape, layout, 6, 'a')).toBeNull();
  });
});
