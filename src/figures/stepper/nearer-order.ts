import { otherSum } from '../../linear/other-sums';
import { binaryTree, leavesBelow } from '../../orders/binary-tree';
import type { Order } from '../../orders/order';
import { traceOrder } from '../../orders/trace-order';
import type { FigureValues } from '../../share/figure-settings';
import { exactLess } from './step-list';
import { stepperData } from './stepper-data';

export type Nearer = 'first' | 'second' | 'neither';

export interface Comparison {
  readonly nearer: Nearer;
  /** |computed − exact| of the first and of the second. */
  readonly errors: readonly [number, number];
}

/** Which of two orders comes nearer to the exact sum, on the dot product that PyTorch draws from this seed. */
export function nearerOrder(first: Order, second: Order, seed: number): Comparison {
  const trees = [binaryTree(first), binaryTree(second)] as const;
  const { x, w } = stepperData('torch', seed, first.products);
  const all = leavesBelow(trees[0], trees[0].root);
  const error = (tree: (typeof trees)[number]): number => Math.abs(exactLess(all, x, w, traceOrder(tree, x, w, 0).values[tree.root]!));
  const errors = [error(trees[0]), error(trees[1])] as const;
  return { nearer: errors[0] < errors[1] ? 'first' : errors[0] > errors[1] ? 'second' : 'neither', errors };
}

/** How often each of two orders comes nearer, over the seeds 1 … count. */
export function nearerCounts(first: Order, second: Order, count: number): Readonly<Record<Nearer, number>> {
  const counts = { first: 0, second: 0, neither: 0 };
  for (let seed = 1; seed <= count; seed++) counts[nearerOrder(first, second, seed).nearer]++;
  return counts;
}

/** How Kahan's sum of rounded products compares with an order's own sum, over seeds. */
export interface KahanCounts {
  readonly seeds: number;
  /** Seeds for which Kahan's error is smaller and (`farther`) larger. */
  readonly nearer: number;
  readonly farther: number;
}

/** Counts over the seeds 1 … `seeds`; Kahan's sum takes the products in the order's sequence. */
export function kahanCounts(order: Order, kind: FigureValues<'stepper'>['data'], seeds: number): KahanCounts {
  const tree = binaryTree(order);
  const leaves = leavesBelow(tree, tree.root);
  let nearer = 0;
  let farther = 0;
  for (let seed = 1; seed <= seeds; seed++) {
    const { x, w } = stepperData(kind, seed, order.products);
    const inTurn = (values: Float32Array): Float32Array => Float32Array.from(leaves, (k) => values[k]!);
    const off = (sum: number): number => Math.abs(exactLess(leaves, x, w, sum));
    const plain = off(traceOrder(tree, x, w, 0).values[tree.root]!);
    const compensated = off(otherSum('kahan', inTurn(x), 0, inTurn(w), 0, order.products, null));
    if (compensated < plain) nearer++;
    if (compensated > plain) farther++;
  }
  return { seeds, nearer, farther };
}
