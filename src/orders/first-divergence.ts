import type { BinaryTree } from './binary-tree';
import { BIAS_LEAF, INNER } from './binary-tree';
import { mix32, pair } from './hash';

/** For each node, a number that stands for the set of its products and for how its two parts were joined. */
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
    // Which of its products is fused is part of how a node was joined.
    const fused = tree.fused[node] === 1 ? mix32(tree.leaf[tree.right[node]!]! + 0x5bd1e995) : 0;
    keys[node] = pair(high[node]! ^ fused, low[node]!);
  }
  return keys;
}

/** Nodes of `b` that hold the same products, joined the same way, as each node of `a`; −1 where there is none. */
export function matchNodes(a: BinaryTree, b: BinaryTree): Int32Array {
  const inB = new Map<number, number>();
  nodeKeys(b).forEach((key, node) => inB.set(key, node));
  return Int32Array.from(nodeKeys(a), (key) => inB.get(key) ?? -1);
}

/**
 * The first addition of `a`, in the order of evaluation, that `b` does not make as well; −1 where the trees are the
 * same up to commuting a sum. All additions before it find the same two partial sums in `b`, so they give equal bits.
 */
export function firstDivergence(a: BinaryTree, b: BinaryTree): number {
  return matchNodes(a, b).indexOf(-1);
}
