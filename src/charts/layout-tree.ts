import type { TreeShape } from './tree-shape';
import { childrenOf, isLeaf } from './tree-shape';

/** Positions of a summation tree's nodes: rows go down, levels go right. Node i is in row i. */
export interface TreeLayout {
  /** 0 for leaves; a sum is one level right of its higher child. */
  readonly level: Int32Array;
  /** The root's parent is itself. */
  readonly parent: Int32Array;
  readonly levels: number;
}

/**
 * Lays a tree out like a written addition: one row per number in evaluation order, each sum below its operands, the
 * result at the bottom. Each node has its own row, so its numbers fit beside it at any width, and no two lines
 * cross: a node's line runs right to its parent's level and then down, past nodes of lower levels only.
 */
export function layoutTree(shape: TreeShape): TreeLayout {
  const size = shape.left.length;
  const level = new Int32Array(size);
  const parent = Int32Array.from({ length: size }, (_, node) => node);
  let highest = 0;
  for (let node = 0; node < size; node++) {
    if (isLeaf(shape, node)) continue;
    for (const child of childrenOf(shape, node)) {
      level[node] = Math.max(level[node]!, level[child]! + 1);
      parent[child] = node;
    }
    highest = Math.max(highest, level[node]!);
  }
  return { level, parent, levels: highest + 1 };
}

/** SVG path of all lines: up from each sum past its operands, and from each operand across to that line. */
export function edgesPath(shape: TreeShape, layout: TreeLayout, levelWidth: number, rowHeight: number): string {
  // On half pixels a one-pixel line is sharp.
  const x = (node: number): number => Math.round(layout.level[node]! * levelWidth) + 0.5;
  const y = (node: number): number => node * rowHeight + 0.5;
  const parts: string[] = [];
  for (let node = 0; node < shape.left.length; node++) {
    childrenOf(shape, node).forEach((child, i) => parts.push(`M${x(child)},${y(child)}H${x(node)}${i === 0 ? `V${y(node)}` : ''}`));
  }
  return parts.join('');
}

/** Where a key moves the focus: up and down by rows, right to the parent sum, left to an operand. Null for any other key. */
export function movedNode(shape: TreeShape, layout: TreeLayout, node: number, key: string): number | null {
  const last = layout.level.length - 1;
  switch (key) {
    case 'ArrowUp':
      return Math.max(0, node - 1);
    case 'ArrowDown':
      return Math.min(last, node + 1);
    case 'ArrowRight':
      return layout.parent[node]!;
    case 'ArrowLeft':
      return childrenOf(shape, node)[0] ?? node;
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
