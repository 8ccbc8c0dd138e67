import { fmaf } from '../numerics/fma';
import type { BinaryTree } from './binary-tree';
import { BIAS_LEAF, INNER } from './binary-tree';

/** The format of products and sums. */
export type Arithmetic = 'float32' | 'float64';

/** What an order did to the numbers of one output, node by node of its tree. */
export interface Trace {
  /** The rounded value of each node; a product to be fused is left unrounded. */
  readonly values: Float64Array;
  /** What rounding lost at each node: the exact result of its operation − its value. */
  readonly lost: Float64Array;
}

/**
 * Evaluates one output by its tree and keeps every step. The value of the root is the output, to the bit.
 *
 * `lost` is exact for products and additions (the error of an addition is a number of the same format; Dekker 1971)
 * and rounded to float64 for fused multiply-adds. After an overflow it is what IEEE arithmetic gives: infinite or NaN.
 *
 * @param x, w the output's K inputs and weights, float32
 * @param bias its bias; ignored by a tree without one
 */
export function traceOrder(tree: BinaryTree, x: ArrayLike<number>, w: ArrayLike<number>, bias: number, arithmetic: Arithmetic = 'float32'): Trace {
  const round = arithmetic === 'float32' ? Math.fround : (value: number) => value;
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
      values[node] = joinsFused[node] === 1 ? product : round(product);
      lost[node] = product - values[node]!;
    } else {
      const a = values[tree.left[node]!]!;
      const right = tree.right[node]!;
      const b = values[right]!;
      // A product of two float32 is exact in float64, where fusing it changes nothing.
      const fused = tree.fused[node] === 1 && arithmetic === 'float32';
      const sum = fused ? fmaf(x[tree.leaf[right]!]!, w[tree.leaf[right]!]!, a) : round(a + b);
      values[node] = sum;
      lost[node] = additionError(a, b, sum);
    }
  }
  return { values, lost };
}

/** a + b − sum, for the rounded sum: two-sum in float64 (Knuth), then what lies between float64 and the format. */
function additionError(a: number, b: number, sum: number): number {
  const s = a + b;
  const bPart = s - a;
  const error = a - (s - bPart) + (b - bPart);
  return s - sum + error;
}
