import type { AdderSteps } from '../../orders/adder-steps';
import type { BinaryTree } from '../../orders/binary-tree';
import { groupProducts, INNER, leavesBelow } from '../../orders/binary-tree';
import { firstDivergence } from '../../orders/first-divergence';
import { productsText } from './products-text';

function operandText(leaves: readonly number[]): string {
  return leaves.length === 1 ? productsText(leaves) : `(${productsText(leaves)})`;
}

/** An addition in the notation: "0 + 1", "(0..191) + b", "0 + *2", "(0..15) + {16..31}". */
function additionText(tree: BinaryTree, node: number): string {
  const operand = (child: number): string => operandText(leavesBelow(tree, child));
  const sum = tree.left[node]! < 0 ? '' : `${operand(tree.left[node]!)} + `;
  if (tree.group[node]! > 0) return `${sum}{${productsText(groupProducts(tree, node).map((product) => tree.leaf[product]!))}}`;
  return `${sum}${tree.fused[node] === 1 ? '*' : ''}${operand(tree.right[node]!)}`;
}

/** One of two trees. */
export interface DivergingSide {
  readonly title: string;
  readonly tree: BinaryTree;
  /** What adds its groups; null if there are none. */
  readonly steps: AdderSteps | null;
}

/** Where two trees diverge: in each, the first addition that the other does not make (−1 for equal trees), and a text. */
export interface Divergence {
  readonly left: number;
  readonly right: number;
  readonly sentence: string;
}

/** "batch 1 adds 0 + 1", "batch 2 adds {0..15} in one step of h100, cut 25 bits below the largest". */
function wayOf({ title, tree, steps }: DivergingSide, node: number): string {
  if (tree.leaf[node] !== INNER) return `${title.toLowerCase()} rounds product ${tree.leaf[node]} on its own`;
  const adds = `${title.toLowerCase()} adds ${additionText(tree, node)}`;
  if (tree.group[node] === 0 || steps === null) return adds;
  return `${adds} in one step of ${tree.adder}, cut ${steps.adder.fractionBits} bits below the largest`;
}

export function divergence(left: DivergingSide, right: DivergingSide): Divergence {
  const inLeft = firstDivergence(left.tree, right.tree);
  const inRight = firstDivergence(right.tree, left.tree);
  if (inLeft < 0) return { left: -1, right: -1, sentence: 'Both make the same additions, so their bits agree.' };
  return { left: inLeft, right: inRight, sentence: `The trees diverge here: ${wayOf(left, inLeft)}${left.steps ?? right.steps ? '; ' : ', '}${wayOf(right, inRight)}.` };
}
