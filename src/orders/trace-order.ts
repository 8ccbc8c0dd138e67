import { fmaf } from '../numerics/fma';
import type { BinaryTree } from './binary-tree';
import { BIAS_LEAF, INNER } from './binary-tree';

/** What an order did to the numbers of one output, node by node of its tree. */
export interface Trace {
  /** The float32 value of each node; for a product that is to be fused, the product as it is, unrounded. */
  readonly values: Float64Array;
  /** What rounding threw away at each node: exact result of its operation − its value. 0 where nothing was lost. */
  readonly lost: Float64Array;
}

/**
 * Adds up one output by its tree and keeps every step. The value of the root is the output, to the bit.
 *
 * `lost` is exact for products and additions (an error of a float32 addition is a float32; Dekker 1971) and rounded
 * to float64 for fused multiply-adds. After an overflow it is what IEEE arithmetic gives: infinite or NaN.
 *
 * @param x, w the output's K inputs and weights
 * @param bias its bias; ignored by a tree without one
 */
export function traceOrder(tree: BinaryTree, x: ArrayLike<number>, w: ArrayLike<number>, bias: number): Trace {
  const size = tree.left.length;
  const values = new Float64Array(size);
  const lost = new Float64Array(size);
  const joinsFused = new Uint8Array(size);
  for (let node = 0; node < size; node++) if (tree.fused[node] === 1) joinsFused[tree.right[node]!] = 1;
  for (let node = 0; node < size; node++) {
    const k = tree.leaf[node]!;
    if (k === BIAS_LEAF) values[node] = bias;
    else if (k !== INNER) {
      const product = x[k]! * w[k]!;
      values[node] = joinsFused[node] === 1 ? product : Math.fround(product);
      lost[node] = product - values[node]!;
    } else {
      const a = values[tree.left[node]!]!;
      const right = tree.right[node]!;
      const b = values[right]!;
      const fused = tree.fused[node] === 1;
      const sum = fused ? fmaf(x[tree.leaf[right]!]!, w[tree.leaf[right]!]!, a) : Math.fround(a + b);
      values[node] = sum;
      lost[node] = additionError(a, b, sum);
    }
  }
  return { values, lost };
}

/** a + b − sum, for the rounded sum: two-sum in float64, then the part between float64 and float32. */
function additionError(a: number, b: number, sum: number): number {
  const s = a + b;
  const bPart = s - a;
  const error = a - (s - bPart) + (b - bPart);
  return s - sum + error;
}
