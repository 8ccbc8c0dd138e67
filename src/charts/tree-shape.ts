/**
 * A tree in flat arrays; `BinaryTree` of orders/ is one, and so is a folded order. Nodes are in evaluation order: children
 * before their parent, the left one's nodes before the right one's, the root last.
 */
export interface TreeShape {
  /** Index of the left child, −1 for a leaf, and for a group that joins zero. */
  readonly left: Int32Array;
  /** Index of the right child, −1 for a leaf; for a group, that of the first of its children but the left one. */
  readonly right: Int32Array;
  /** For a group, the children from `right` up to the node itself, beside the left one; 0 for any other node. */
  readonly group: Uint8Array;
  readonly root: number;
}

export function isLeaf({ right }: Pick<TreeShape, 'right'>, node: number): boolean {
  return right[node]! < 0;
}

/** The children of a node, as they are written. */
export function childrenOf({ left, right, group }: Pick<TreeShape, 'left' | 'right' | 'group'>, node: number): number[] {
  if (right[node]! < 0) return [];
  const first = left[node]! < 0 ? [] : [left[node]!];
  return [...first, ...Array.from({ length: Math.max(1, group[node]!) }, (_, i) => right[node]! + i)];
}
