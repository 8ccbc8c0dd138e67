import type { BinaryTree } from '../../orders/binary-tree';
import { leavesBelow } from '../../orders/binary-tree';
import { firstDivergence } from '../../orders/first-divergence';
import { productsText } from './products-text';

/** An addition in the notation: "0 + 1", "(0..191) + b", "0 + *2". */
function additionText(tree: BinaryTree, node: number): string {
  const operand = (child: number): string => {
    const leaves = leavesBelow(tree, child);
    return leaves.length === 1 ? productsText(leaves) : `(${productsText(leaves)})`;
  };
  return `${operand(tree.left[node]!)} + ${tree.fused[node] === 1 ? '*' : ''}${operand(tree.right[node]!)}`;
}

/** Where two trees diverge: in each, the first addition that the other does not make (−1 for equal trees), and a text. */
export interface Divergence {
  readonly left: number;
  readonly right: number;
  readonly sentence: string;
}

export function divergence(left: { title: string; tree: BinaryTree }, right: { title: string; tree: BinaryTree }): Divergence {
  const inLeft = firstDivergence(left.tree, right.tree);
  const inRight = firstDivergence(right.tree, left.tree);
  if (inLeft < 0) return { left: -1, right: -1, sentence: 'Both make the same additions, so their bits agree.' };
  const way = (title: string, tree: BinaryTree, node: number): string => `${title.toLowerCase()} adds ${additionText(tree, node)}`;
  return { left: inLeft, right: inRight, sentence: `The trees diverge here: ${way(left.title, left.tree, inLeft)}, ${way(right.title, right.tree, inRight)}.` };
}
