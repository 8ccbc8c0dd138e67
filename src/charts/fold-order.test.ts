import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BIAS_LEAF, binaryTree, INNER } from '../orders/binary-tree';
import { makeFamily } from '../orders/families';
import type { Order } from '../orders/order';
import { parseOrder } from '../orders/parse-order';
import { arbitraryGroups, bracketedGroups } from '../testing/arbitrary-groups';
import { foldOrder } from './fold-order';
import { childrenOf } from './tree-shape';

function orderOf(text: string): Order {
  const order = parseOrder(text);
  if (!order.ok) throw new Error(order.error.message);
  return order.value;
}

function onH100(text: string): Order {
  const order = parseOrder(text, { adder: 'h100' });
  if (!order.ok) throw new Error(order.error.message);
  return order.value;
}

describe('foldOrder', () => {
  it('draws each run as one leaf with its words in the notation', () => {
    const order = orderOf('*0..191 + b + (*192..383) + (*384..575) + (*576..767)');
    const folded = foldOrder(order);
    expect(folded.labels).toEqual(['*0..191', 'b', '', '*192..383', '', '*384..575', '', '*576..767', '']);
    expect([...folded.left]).toEqual([-1, -1, 0, -1, 2, -1, 4, -1, 6]);
    expect(folded.root).toBe(8);
    expect([...folded.additions]).toEqual([191, 0, 1, 191, 1, 191, 1, 191, 1]);
  });
  it('says how many products a run adds one by one to a sum, and that the run has no value of its own', () => {
    const folded = foldOrder(orderOf('0 + 3..1 + (4..8:2) + 5..9:2'));
    expect(folded.labels.slice(0, 3)).toEqual(['0', '3..1', '']);
    expect(folded.nodes[1]).toBe(-1);
    expect(folded.additions[2]).toBe(3);
  });
  it('unfolds the runs that are named, into the very nodes of the binary tree', () => {
    const order = orderOf('0..4 + 8..764:4 + (6..766:4) + (5..765:4 + (7..767:4)) + b');
    const all = foldOrder(order, new Map(Array.from({ length: order.steps.length / 4 }, (_, i) => [`run${i}`, order.products])));
    const tree = binaryTree(order);
    expect([...all.left]).toEqual([...tree.left]);
    expect([...all.right]).toEqual([...tree.right]);
    expect([...all.nodes]).toEqual([...tree.left.keys()]);
    expect(all.labels).toEqual([...tree.leaf].map((k) => (k === BIAS_LEAF ? 'b' : k < 0 ? '' : String(k))));
  });
  it('points folded nodes at nodes of the binary tree that add up the same products', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 80 }), fc.integer({ min: 1, max: 9 }), fc.boolean(), (K, lanes, fused) => {
        const order = makeFamily({ name: 'lanes', lanes, combine: 'in-order' }, K, { fused, bias: 'after-first-block' });
        const folded = foldOrder(order);
        const tree = binaryTree(order);
        expect(folded.nodes[folded.root]).toBe(tree.root);
        const roundings = folded.additions.reduce((sum, one) => sum + one, 0);
        expect(roundings).toBe([...tree.left].filter((left) => left >= 0).length);
      }),
    );
  });

  it('draws a run of groups as one leaf, then group by group, then a group as one node with all its products below it', () => {
    const order = onH100('b + {0..11}*4 + ({12..17}*4)');
    const folded = foldOrder(order);
    expect(folded.labels).toEqual(['b', '{0..11}*4', '', '{12..17}*4', '']);
    expect([...folded.additions]).toEqual([0, 0, 3, 2, 1]);
    expect([...folded.perStep]).toEqual([0, 4, 4, 4, 0]);
    const runs = [...folded.folds.values()].map(({ id }) => id);
    const groups = foldOrder(order, new Map(runs.map((id) => [id, 3])));
    expect(groups.labels).toEqual(['b', '{0..3}', '', '{4..7}', '', '{8..11}', '', '{12..15}', '{16..17}', '', '']);
    const [first] = [...groups.folds.values()];
    const opened = foldOrder(order, new Map([...runs.map((id): [string, number] => [id, 3]), [first!.id, 1]]));
    expect(opened.labels.slice(0, 7)).toEqual(['b', '0', '1', '2', '3', '', '{4..7}']);
    expect([opened.left[5], opened.right[5], opened.group[5]]).toEqual([0, 1, 4]);
    expect(childrenOf(opened, 5)).toEqual([0, 1, 2, 3, 4]);
  });
  it('opens groups into the very nodes of the tree, whatever the order, and counts its steps', () => {
    fc.assert(
      fc.property(arbitraryGroups(), ({ tree }) => {
        const order = onH100(bracketedGroups(tree));
        const nodes = binaryTree(order);
        const every = new Map([...Array.from({ length: order.steps.length }, (_, i) => `run${i}`), ...Array.from(nodes.left.keys(), (node) => `group${node}`)].map((id) => [id, order.products]));
        const all = foldOrder(order, every);
        for (const of of ['left', 'right', 'group'] as const) expect([...all[of]]).toEqual([...nodes[of]]);
        expect([...all.nodes]).toEqual([...nodes.left.keys()]);
        for (const folded of [foldOrder(order), all]) {
          expect(folded.nodes[folded.root]).toBe(nodes.root);
          expect(folded.additions.reduce((sum, one) => sum + one, 0)).toBe(nodes.leaf.filter((leaf) => leaf === INNER).length);
        }
      }),
    );
  });
});
