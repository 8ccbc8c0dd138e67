import type { Folded, FoldedTree } from '../../charts/fold-order';
import { foldOrder } from '../../charts/fold-order';
import type { TreeShape } from '../../charts/tree-shape';
import { childrenOf, isLeaf } from '../../charts/tree-shape';
import type { BinaryTree } from '../../orders/binary-tree';
import { leavesBelow } from '../../orders/binary-tree';
import type { Order } from '../../orders/order';
import { STEP } from '../../orders/order';

/** A node of a drawn tree: one row. */
export interface DrawnNode {
  /** Identifies the node, and what to open if it is folded. */
  readonly id: string;
  /** In the notation; for a folded sum, how many products it holds; "" for any other sum. */
  readonly label: string;
  /** The node of the binary tree with this node's value; −1 for a run, or a group, that has no sum of its own. */
  readonly binary: number;
  readonly fused: boolean;
  /** For a sum made in steps of several terms, the products of a step; 0 for any other. */
  readonly perStep: number;
  /** Roundings in this node. */
  readonly additions: number;
  readonly folded: boolean;
  /** For a leaf, its products (and BIAS_LEAF); empty for a sum drawn with its operands. */
  readonly products: readonly number[];
}

export interface DrawnTree {
  readonly shape: TreeShape;
  readonly nodes: readonly DrawnNode[];
}

/** In a tree with more rows than this, sums are folded too, not only runs. */
const MANY_ROWS = 40;

/** Levels of a chain that one unfolding shows. */
const CHAIN_STEP = 6;

/** Products that the first unfolding shows at either end of a run; each further one doubles it. */
const RUN_ENDS = 4;

/** How often the reader opened each folded node, by its id. */
export type Opened = ReadonlyMap<string, number>;

export const NOTHING_OPENED: Opened = new Map();

/**
 * The tree to draw for an order: each run is folded into one row, and if that is still too long, so are sums that are not
 * balanced splits. What the reader opened stays open.
 */
export function drawnTree(order: Order, tree: BinaryTree, opened: Opened = NOTHING_OPENED): DrawnTree {
  const openRuns = new Map([...opened].map(([id, times]) => [id, RUN_ENDS * 2 ** (times - 1)]));
  const folded = foldOrder(order, openRuns);
  const size = folded.labels.length;
  const counts = new Int32Array(size);
  for (let node = 0; node < size; node++) counts[node] = isLeaf(folded, node) ? 1 : childrenOf(folded, node).reduce((sum, child) => sum + counts[child]!, 0);
  const short = openRuns.size === 0 ? size : foldOrder(order).labels.length;
  const shown = short <= MANY_ROWS ? null : shownNodes(folded, counts, opened);
  const kept: number[] = [];
  const place = new Int32Array(size).fill(-1);
  for (let node = 0; node < size; node++) {
    if (shown !== null && shown[node] === 0) continue;
    place[node] = kept.length;
    kept.push(node);
  }
  const endsHere = (node: number): boolean => isLeaf(folded, node) || place[folded.right[node]!]! < 0;
  const nodes = kept.map((node): DrawnNode => {
    const binary = folded.nodes[node]!;
    const fold = folded.folds.get(node);
    const common = { binary, fused: folded.fused[node] === 1, perStep: folded.perStep[node]!, additions: folded.additions[node]! };
    if (!endsHere(node)) return { ...common, id: `sum${node}`, label: '', folded: false, products: [] };
    if (fold !== undefined) return { ...common, id: fold.id, label: folded.labels[node]!, folded: true, products: runProducts(order, fold) };
    const products = leavesBelow(tree, binary);
    if (isLeaf(folded, node)) return { ...common, id: `leaf${binary}`, label: folded.labels[node]!, folded: false, products };
    return { ...common, fused: false, perStep: 0, additions: products.length, id: `fold${binary}`, label: `${products.length} terms`, folded: true, products };
  });
  const side = (children: Int32Array): Int32Array => Int32Array.from(kept, (node) => (endsHere(node) || children[node]! < 0 ? -1 : place[children[node]!]!));
  const group = Uint8Array.from(kept, (node) => (endsHere(node) ? 0 : folded.group[node]!));
  return { shape: { left: side(folded.left), right: side(folded.right), group, root: kept.length - 1 }, nodes };
}

/** 1 for each node that is drawn: from the root down, through balanced splits and what the reader opened. */
function shownNodes(folded: FoldedTree, counts: Int32Array, opened: Opened): Uint8Array {
  const shown = new Uint8Array(counts.length);
  const work: { node: number; chain: number }[] = [{ node: folded.root, chain: 0 }];
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    const { node } = next;
    shown[node] = 1;
    const children = childrenOf(folded, node);
    if (children.length === 0) continue;
    const sizes = children.map((child) => counts[child]!);
    const times = opened.get(`fold${folded.nodes[node]!}`) ?? 0;
    const isOpened = times > 0;
    const balanced = Math.min(...sizes) * 4 >= counts[node]! && counts[node]! >= counts[folded.root]! / 16;
    const small = sizes.slice(1).every((count) => count === 1) && node === folded.root;
    const chain = isOpened ? CHAIN_STEP * times : next.chain;
    if (balanced || small || isOpened || chain > 0) {
      const rest = isOpened || (!balanced && !small) ? chain - 1 : 0;
      work.push(...children.map((child) => ({ node: child, chain: rest })));
    }
  }
  return shown;
}

function runProducts(order: Order, { step, from, count }: Folded): number[] {
  const [, first = 0, by = 0] = order.steps.subarray(step * STEP, step * STEP + STEP);
  return Array.from({ length: count }, (_, i) => first + (from + i) * by);
}

/** Marks the drawn nodes that match `chosen`: leaves that share a product with it, sums of exactly these products. */
export function nodesWith(drawn: DrawnTree, chosen: ReadonlySet<number>): Uint8Array {
  const marked = new Uint8Array(drawn.nodes.length);
  const inside = new Int32Array(drawn.nodes.length);
  const all = new Int32Array(drawn.nodes.length);
  drawn.nodes.forEach(({ products }, node) => {
    const children = childrenOf(drawn.shape, node);
    inside[node] = children.reduce((sum, child) => sum + inside[child]!, products.filter((k) => chosen.has(k)).length);
    all[node] = children.reduce((sum, child) => sum + all[child]!, products.length);
    if (children.length === 0 ? inside[node]! > 0 : inside[node] === all[node] && inside[node] === chosen.size) marked[node] = 1;
  });
  return marked;
}

/** The products (and BIAS_LEAF) of a drawn node. */
export function productsOf(drawn: DrawnTree, node: number): Set<number> {
  const products = new Set<number>();
  const work = [node];
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    for (const k of drawn.nodes[next]!.products) products.add(k);
    work.push(...childrenOf(drawn.shape, next));
  }
  return products;
}

/** The drawn node that is, or holds, a node of the binary tree; −1 for none. */
export function holderOf(drawn: DrawnTree, binary: number): number {
  return binary < 0 ? -1 : drawn.nodes.findIndex((node) => node.binary >= binary);
}

