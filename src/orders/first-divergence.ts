import type { BinaryTree } from './binary-tree';
import { BIAS_LEAF, INNER } from './binary-tree';
import { mix32, pair } from './hash';

const IN_GROUP = 0x27d4eb2f;

/** For each node, a hash of the set of its products and of how its operands were joined. */
function nodeKeys(tree: BinaryTree): Float64Array {
  const size = tree.left.length;
  const high = new Uint32Array(size);
  const low = new Uint32Array(size);
  const keys = new Float64Array(size);
  const adder = [...(tree.adder ?? '')].reduce((hash, letter) => mix32(hash + letter.charCodeAt(0)), IN_GROUP);
  for (let node = 0; node < size; node++) {
    const leaf = tree.leaf[node]!;
    let joined = 0;
    if (leaf === INNER) {
      const left = tree.left[node]!;
      const right = tree.right[node]!;
      const inGroup = tree.group[node]!;
      if (left >= 0) [high[node], low[node]] = [high[left]!, low[left]!];
      for (let operand = right; operand < right + Math.max(1, inGroup); operand++) {
        high[node]! ^= high[operand]!;
        low[node]! ^= low[operand]!;
        // How a node was joined includes which product was fused, and which ones were a group of which adder.
        if (inGroup === 0) continue;
        joined ^= mix32(high[operand]! + adder);
        // Unlike a product that is rounded on its own, one in a group is a partial sum of no other tree.
        keys[operand] = pair(high[operand]! ^ IN_GROUP, low[operand]!);
      }
      if (tree.fused[node] === 1) joined = mix32(tree.leaf[right]! + 0x5bd1e995);
    } else {
      const name = leaf === BIAS_LEAF ? 0x7fffffff : leaf;
      high[node] = mix32(name + 0x3c6ef372);
      low[node] = mix32(mix32(name) + 0x1b873593);
    }
    keys[node] = pair(high[node]! ^ joined, low[node]!);
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
 * commuting sums and the products of a group. Every addition before it has the same operands in `b`, so it gives equal bits.
 * If `b` makes them all, but takes a product that `a` rounds on its own into a group first: that product.
 */
export function firstDivergence(a: BinaryTree, b: BinaryTree): number {
  const inB = matchNodes(a, b);
  const addition = inB.findIndex((node, at) => node < 0 && a.leaf[at] === INNER);
  return addition < 0 ? inB.indexOf(-1) : addition;
}
