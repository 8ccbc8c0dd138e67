/**
 * A binary tree in flat arrays; `BinaryTree` of orders/ is one, and so is a folded order. Nodes are in evaluation
 * order: both children before their parent, the left one's nodes before the right one's, the root last.
 */
export interface TreeShape {
  /** Index of the left child, −1 for a leaf. */
  readonly left: Int32Array;
  /** Index of the right child, −1 for a leaf. */
  readonly right: Int32Array;
  readonly root: number;
}
