import type { BinaryTree } from './binary-tree';
import { BIAS_LEAF, INNER } from './binary-tree';
import { mix32, pair } from './hash';

/** For each node, a hash of the set of its products and of how its two operands were joined. */
function nodeKeys(tree: BinaryTree): Float64Array {
  const size = tree.left.length;
  const high = new Uint32Array(size);
  const low = new Uint32Array(size);
  const keys = new Float64Array(size);
  for (let node = 0; node < size; node++) {
    const leaf = tree.leaf[node]!;
    if (leaf === INNER) {
      high[node] = high[tree.left[node]!]! ^ high[tree.right[node]!]!;
      low[node] = low[tree.left[node]!]! ^ low[tree.right[node]!]!;
    } else {
      const name = leaf === BIAS_LEAF ? 0x7fffffff : leaf;
      high[node] = mix32(name + 0x3c6ef372);
      low[node] = mix32(mix32(name) + 0x1b873593);
    }
    // How a node was joined includes which product was fused.
    const fused = tree.fused[node] === 1 ? mix32(tree.leaf[tree.right[node]!]! + 0x5bd1e995) : 0;
    keys[node] = pair(high[node]! ^ fused, low[node]!);
  }
  return keys;
}

/** For each node of `a`, the node of `b` that holds the same products, joined the same way; −1 if there is none. */
export function matchNodes(a: BinaryTree, b: BinaryTree): Int32Array {
  const inB = new Map<number, number>();
  nodeKeys(b).forEach((key, node) => inB.set(key, node));
  return Int32Array.from(nodeKeys(a), (key) => inB.get(key) ?? -1);
}

/**
 * The first addition of `a`, in evaluation order, that `b` does not make as well; −1 if the trees are the same up to
 * commuting sums. Every addition before it has the same two partial sums in `b`, so it gives equal bits.
 */
export function firstDivergence(a: BinaryTree, b: BinaryTree): number {
  return matchNodes(a, b).indexOf(-1);
}
