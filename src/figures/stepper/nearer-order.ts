import { binaryTree, leavesBelow } from '../../orders/binary-tree';
import type { Order } from '../../orders/order';
import { traceOrder } from '../../orders/trace-order';
import { exactLess } from './step-list';
import { stepperData } from './stepper-data';

export type Nearer = 'first' | 'second' | 'neither';

export interface Comparison {
  readonly nearer: Nearer;
  /** |computed − exact| of either. */
  readonly errors: readonly [number, number];
}

/** Which of two orders comes nearer to the exact sum of a PyTorch layer's dot product from this seed. */
export function nearerOrder(first: Order, second: Order, seed: number): Comparison {
  const trees = [binaryTree(first), binaryTree(second)] as const;
  const { x, w } = stepperData('torch', seed, first.products);
  const all = leavesBelow(trees[0], trees[0].root);
  const error = (tree: (typeof trees)[number]): number => Math.abs(exactLess(all, x, w, traceOrder(tree, x, w, 0).values[tree.root]!));
  const errors = [error(trees[0]), error(trees[1])] as const;
  return { nearer: errors[0] < errors[1] ? 'first' : errors[0] > errors[1] ? 'second' : 'neither', errors };
}

/** How often either is the nearer, over the seeds 1 … count. */
export function nearerCounts(first: Order, second: Order, count: number): Readonly<Record<Nearer, number>> {
  const counts = { first: 0, second: 0, neither: 0 };
  for (let seed = 1; seed <= count; seed++) counts[nearerOrder(first, second, seed).nearer]++;
  return counts;
}
