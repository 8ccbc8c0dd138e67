import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BIAS_LEAF, binaryTree, leavesBelow } from '../../orders/binary-tree';
import type { AdderName } from '../../numerics/group-sizes';
import { adderSteps } from '../../orders/adder-steps';
import type { Order } from '../../orders/order';
import { makeFamily } from '../../orders/families';
import { parseOrder } from '../../orders/parse-order';
import type { Opened } from './drawn-tree';
import { drawnTree, holderOf, NOTHING_OPENED, nodesWith, productsOf } from './drawn-tree';
import { divergence } from './divergence-text';
import { productsText } from './products-text';

function parsed(text: string, adder: AdderName = 'h100'): Order {
  const result = parseOrder(text, { adder });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

function draw(order: Order, opened: Opened = NOTHING_OPENED) {
  return drawnTree(order, binaryTree(order), opened);
}

const recorded = JSON.parse(readFileSync('public/recordings/mkl-2020.4-768x768.json', 'utf8')) as { kernels: { batch: number; order: string }[] };
const orders: Order[] = [
  ...recorded.kernels.map(({ order }) => parsed(order)),
  makeFamily({ name: 'shuffled', seed: 3 }, 768, { fused: false, bias: 'last' }),
  makeFamily({ name: 'pairwise', base: 1 }, 768, { fused: false, bias: 'none' }),
  makeFamily({ name: 'reverse' }, 4096, { fused: true, bias: 'first' }),
  parsed('0'),
  parsed('{0..767}*16 + b'),
  parsed('b + {0..383}*16 + ({384..767}*16)'),
  parsed('{0..15} + 16 + ({17..31})'),
  parsed('b + 0'),
];

describe('a drawn tree', () => {
  it.each(orders)('is short, and holds every product once (%#)', (order) => {
    const drawn = draw(order);
    expect(drawn.nodes.length).toBeLessThanOrEqual(64);
    const all = [...productsOf(drawn, drawn.shape.root)].sort((a, b) => a - b);
    expect(all).toEqual([...(order.bias ? [BIAS_LEAF] : []), ...Array.from({ length: order.products }, (_, k) => k)]);
    const leaves = drawn.nodes.flatMap(({ products }) => products);
    expect(leaves).toHaveLength(all.length);
  });

  it.each(orders)('names the binary node whose products a row stands for (%#)', (order) => {
    const tree = binaryTree(order);
    const drawn = draw(order);
    drawn.nodes.forEach(({ binary }, node) => {
      if (binary < 0) return;
      expect(new Set(leavesBelow(tree, binary))).toEqual(productsOf(drawn, node));
    });
    expect(drawn.nodes[drawn.shape.root]!.binary).toBe(tree.root);
  });

  it('unfolds what the reader opens, until nothing is folded', () => {
    for (const order of orders.filter(({ products }) => products <= 768)) {
      let opened = NOTHING_OPENED;
      for (let round = 0; round < 1000; round++) {
        const folded = draw(order, opened).nodes.filter((node) => node.folded);
        if (folded.length === 0) break;
        opened = new Map([...opened, ...folded.map(({ id }): [string, number] => [id, (opened.get(id) ?? 0) + 1])]);
      }
      expect(draw(order, opened).nodes).toHaveLength(binaryTree(order).left.length);
    }
  });

  it('shows both ends of a run that is opened, and more each time', () => {
    const order = parsed('*0..191 + b');
    const labels = (times: number): string[] => draw(order, new Map([['run0', times]])).nodes.filter(({ products }) => products.length > 0).map(({ label }) => label);
    expect(labels(1)).toEqual(['0', '*1', '*2', '*3', '*4..187', '*188', '*189', '*190', '*191', 'b']);
    expect(labels(2)).toHaveLength(18);
    expect(labels(6)).toHaveLength(193);
  });

  it('shows where the same products are in another tree', () => {
    const drawn = draw(parsed('0 + 2 + (1 + 3) + b'));
    const marked = nodesWith(drawn, new Set([1, 3]));
    expect(drawn.nodes.filter((_, node) => marked[node] === 1).map(({ label }) => label)).toEqual(['1', '3', '']);
  });

  it('finds the row that holds a node, folded or not', () => {
    const order = parsed('*0..191 + b + (*192..383)');
    const tree = binaryTree(order);
    const drawn = draw(order);
    expect(drawn.nodes[holderOf(drawn, 10)]!.label).toBe('*0..191');
    expect(holderOf(drawn, tree.root)).toBe(drawn.shape.root);
    expect(holderOf(drawn, -1)).toBe(-1);
  });
});

describe('the words for it', () => {
  it.each([
    [[0, 1, 2, 3], '0..3'],
    [[0, 4, 8, BIAS_LEAF], '0..8:4, b'],
    [[5], '5'],
    [[0, 1], '0, 1'],
    [[0, 2, 5, 9, 14, 20, 21], '0, 2, 5 and 4 more'],
  ])('of %j are %s', (products, text) => {
    expect(productsText(products)).toBe(text);
  });

  it('name the first addition that only one of two trees makes', () => {
    const side = (title: string, text: string, adder: AdderName = 'h100') => {
      const order = parsed(text, adder);
      return { title, tree: binaryTree(order), steps: order.adder && adderSteps(order.adder, 'bfloat16') };
    };
    expect(divergence(side('Batch 1', '0 + 1 + (2 + 3) + b'), side('Batch 16', '0 + *2 + (1 + *3) + b')).sentence).toBe('The trees diverge here: batch 1 adds 0 + 1, batch 16 adds 0 + *2.');
    expect(divergence(side('Batch 1', '0..3 + b'), side('Batch 2', '0..2 + b + 3')).sentence).toBe('The trees diverge here: batch 1 adds (0..2) + 3, batch 2 adds (0..2) + b.');
    expect(divergence(side('Batch 1', '0 + 1'), side('Batch 2', '1 + 0')).left).toBe(-1);
    expect(divergence(side('Batch 1', '{0..31}*16'), side('Batch 2', '{0..31}*8', 'a100')).sentence).toBe(
      'The trees diverge here: batch 1 adds {0..15} in one step of h100, cut 25 bits below the largest; batch 2 adds {0..7} in one step of a100, cut 24 bits below the largest.',
    );
    expect(divergence(side('Batch 1', 'b + {0..31}*16'), side('Batch 2', 'b + {0..15} + 16..31')).sentence).toBe(
      'The trees diverge here: batch 1 adds (0..15, b) + {16..31} in one step of h100, cut 25 bits below the largest; batch 2 adds (0..15, b) + 16.',
    );
    expect(divergence(side('Batch 1', '0 + 1'), side('Batch 2', '{0} + 1')).sentence).toBe('The trees diverge here: batch 1 rounds product 0 on its own; batch 2 adds {0} in one step of h100, cut 25 bits below the largest.');
  });
});
