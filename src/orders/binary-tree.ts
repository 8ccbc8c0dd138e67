import type { AdderName } from '../numerics/group-sizes';
import type { Order } from './order';
import { groupSizeOf, Op, opOf, STEP } from './order';

/** `leaf` of an inner node, and of the bias. */
export const INNER = -1;
export const BIAS_LEAF = -2;

/**
 * Every product and every addition of an order as a node of a tree, in evaluation order: a node comes after its operands,
 * the root comes last. For drawing, comparing and tracing; the kernel runs programs.
 *
 * The tree is binary but for groups: the node of a group has all of its products for children, which are the nodes from
 * `right` up to the node itself, and the accumulator (`left`), if it had one to join.
 */
export interface BinaryTree {
  /** Children of an addition; −1 for a leaf. The running sum is on the left: −1 for a group that joins zero. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** k of a product, BIAS_LEAF, or INNER. */
  readonly leaf: Int32Array;
  /** 1 where an addition is a fused multiply-add, its right child a product that was not rounded on its own. */
  readonly fused: Uint8Array;
  /** The products of a group, 0 for any other node. They are not rounded on their own. */
  readonly group: Uint8Array;
  /** What adds the groups; null if there are none. */
  readonly adder: AdderName | null;
  readonly root: number;
}

/** Nodes of an order's tree: its leaves, and an addition for all but the first of each sum, one for each group. */
function sizeOf({ products, bias, steps, adder }: Order): number {
  const leaves = products + (bias ? 1 : 0);
  let size = Math.max(0, 2 * leaves - 1);
  if (adder === null) return size;
  // A group that joins an accumulator is one addition instead of one per product; one that joins zero instead of one less.
  for (let at = 0; at < steps.length; at += STEP) {
    const groupSize = groupSizeOf(steps[at]!);
    if (groupSize === 0) continue;
    size += Math.ceil(steps[at + 3]! / groupSize) - steps[at + 3]! + (opOf(steps[at]!) === Op.StartGroups ? 1 : 0);
  }
  return size;
}

/** The tree of an order: 2L − 1 nodes for L products and bias if there are no groups. Linear, no recursion. */
export function binaryTree(order: Order): BinaryTree {
  const { steps, adder } = order;
  const size = sizeOf(order);
  const left = new Int32Array(size).fill(-1);
  const right = new Int32Array(size).fill(-1);
  const leaf = new Int32Array(size).fill(INNER);
  const fused = new Uint8Array(size);
  const group = new Uint8Array(size);
  const stack: number[] = [];
  let node = 0;
  let top = -1;
  const join = (a: number, b: number, isFused: boolean): void => {
    left[node] = a;
    right[node] = b;
    fused[node] = isFused ? 1 : 0;
    top = node++;
  };
  const joinGroup = (first: number, step: number, count: number): void => {
    for (let i = 0; i < count; i++) leaf[node + i] = first + i * step;
    node += count;
    group[node] = count;
    join(top, node - count, false);
  };
  for (let at = 0; at < steps.length; at += STEP) {
    const op = opOf(steps[at]!);
    if (op === Op.Merge) {
      join(stack.pop()!, top, false);
      continue;
    }
    const groupSize = groupSizeOf(steps[at]!);
    if (groupSize > 0) {
      if (op === Op.StartGroups) {
        if (top >= 0) stack.push(top);
        top = -1;
      }
      const count = steps[at + 3]!;
      for (let from = 0; from < count; from += groupSize) joinGroup(steps[at + 1]! + from * steps[at + 2]!, steps[at + 2]!, Math.min(groupSize, count - from));
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
  return { left, right, leaf, fused, group, adder, root: size - 1 };
}

/** The products of a group's node: nodes. Empty for any other node. */
export function groupProducts(tree: BinaryTree, node: number): number[] {
  return Array.from({ length: tree.group[node]! }, (_, i) => tree.right[node]! + i);
}

/** 1 for a product that is not rounded on its own: it joins a sum by a fused multiply-add, or in a group. */
export function unroundedProducts(tree: BinaryTree): Uint8Array {
  const unrounded = new Uint8Array(tree.left.length);
  for (let node = 0; node < unrounded.length; node++) {
    if (tree.fused[node] === 1) unrounded[tree.right[node]!] = 1;
    if (tree.group[node]! > 0) unrounded.fill(1, tree.right[node]!, node);
  }
  return unrounded;
}

/** Parent of each node, −1 for the root. */
export function parents(tree: BinaryTree): Int32Array {
  const parent = new Int32Array(tree.left.length).fill(-1);
  tree.right.forEach((child, node) => {
    if (child < 0) return;
    parent.fill(node, child, child + Math.max(1, tree.group[node]!));
    if (tree.left[node]! >= 0) parent[tree.left[node]!] = node;
  });
  return parent;
}

/** The products (and BIAS_LEAF) below a node, in evaluation order. */
export function leavesBelow(tree: BinaryTree, node: number): number[] {
  const leaves: number[] = [];
  const work = [node];
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    if (tree.leaf[next] !== INNER) leaves.push(tree.leaf[next]!);
    else {
      if (tree.group[next]! > 0) work.push(...groupProducts(tree, next).reverse());
      else work.push(tree.right[next]!);
      if (tree.left[next]! >= 0) work.push(tree.left[next]!);
    }
  }
  return leaves;
}
