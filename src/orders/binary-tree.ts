import type { Order } from './order';
import { Op, STEP } from './order';

/** `leaf` of an inner node, and of the bias. */
export const INNER = -1;
export const BIAS_LEAF = -2;

/**
 * Every product and every addition of an order as a node of a binary tree, in evaluation order: a node comes after its
 * two operands, the root comes last. For drawing, comparing and tracing; the kernel runs programs.
 */
export interface BinaryTree {
  /** Children of an addition; −1 for a leaf. The running sum is on the left. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** k of a product, BIAS_LEAF, or INNER. */
  readonly leaf: Int32Array;
  /** 1 where an addition is a fused multiply-add, its right child a product that was not rounded on its own. */
  readonly fused: Uint8Array;
  readonly root: number;
}

/** The binary tree of an order: 2L − 1 nodes for L products and bias. Linear, no recursion. */
export function binaryTree(order: Order): BinaryTree {
  const { steps } = order;
  const size = Math.max(0, 2 * (order.products + (order.bias ? 1 : 0)) - 1);
  const left = new Int32Array(size).fill(-1);
  const right = new Int32Array(size).fill(-1);
  const leaf = new Int32Array(size).fill(INNER);
  const fused = new Uint8Array(size);
  const stack: number[] = [];
  let node = 0;
  let top = -1;
  const join = (a: number, b: number, isFused: boolean): void => {
    left[node] = a;
    right[node] = b;
    fused[node] = isFused ? 1 : 0;
    top = node++;
  };
  for (let at = 0; at < steps.length; at += STEP) {
    const op = steps[at]!;
    if (op === Op.Merge) {
      join(stack.pop()!, top, false);
      continue;
    }
    const isBias = op === Op.StartBias || op === Op.AddBias;
    const starts = op === Op.Start || op === Op.StartFused || op === Op.StartBias;
    const isFused = op === Op.StartFused || op === Op.AddFused;
    const count = isBias ? 1 : steps[at + 3]!;
    for (let i = 0; i < count; i++) {
      leaf[node] = isBias ? BIAS_LEAF : steps[at + 1]! + i * steps[at + 2]!;
      const added = node++;
      if (i > 0 || !starts) join(top, added, isFused);
      else {
        if (top >= 0) stack.push(top);
        top = added;
      }
    }
  }
  return { left, right, leaf, fused, root: size - 1 };
}

/** Parent of each node, −1 for the root. */
export function parents(tree: BinaryTree): Int32Array {
  const parent = new Int32Array(tree.left.length).fill(-1);
  tree.left.forEach((child, node) => {
    if (child < 0) return;
    parent[child] = node;
    parent[tree.right[node]!] = node;
  });
  return parent;
}

/** The products (and BIAS_LEAF) below a node, in evaluation order. */
export function leavesBelow(tree: BinaryTree, node: number): number[] {
  const leaves: number[] = [];
  const work = [node];
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    if (tree.left[next]! < 0) leaves.push(tree.leaf[next]!);
    else work.push(tree.right[next]!, tree.left[next]!);
  }
  return leaves;
}
