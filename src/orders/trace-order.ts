import { ExactSum } from '../numerics/exact-sum';
import { fmaf } from '../numerics/fma';
import type { BinaryTree } from './binary-tree';
import { BIAS_LEAF, groupProducts, INNER, unroundedProducts } from './binary-tree';

/** The format of products and sums. */
export type Arithmetic = 'float32' | 'float64';

/** One addition of several terms, c + Σ a[i]·b[i], as the adder of an order makes it: `multiTermAdd` with the adder and the format. */
export type GroupAddition = (a: ArrayLike<number>, b: ArrayLike<number>, c: number) => number;

/** What an order did to the numbers of one output, node by node of its tree. */
export interface Trace {
  /** The rounded value of each node; a product to be fused, or in a group, is left unrounded. */
  readonly values: Float64Array;
  /** What rounding lost at each node: the exact result of its operation − its value. */
  readonly lost: Float64Array;
}

/**
 * Evaluates one output by its tree and keeps every step. The value of the root is the output, to the bit.
 *
 * `lost` is exact for products and additions (the error of an addition is a number of the same format; Dekker 1971)
 * and rounded to float64 for fused multiply-adds and groups. After an overflow it is what IEEE arithmetic gives: infinite or NaN.
 *
 * @param x, w the output's K inputs and weights, float32
 * @param bias its bias; ignored by a tree without one
 * @param arithmetic float64 takes groups as sums of one product after another: no adder adds float64
 * @param addGroup for trees with groups, whose x and w are numbers of the format that it multiplies; without it, groups are NaN
 */
export function traceOrder(tree: BinaryTree, x: ArrayLike<number>, w: ArrayLike<number>, bias: number, arithmetic: Arithmetic = 'float32', addGroup: GroupAddition | null = null): Trace {
  const round = arithmetic === 'float32' ? Math.fround : (value: number) => value;
  const size = tree.left.length;
  const values = new Float64Array(size);
  const lost = new Float64Array(size);
  const unrounded = unroundedProducts(tree);
  for (let node = 0; node < size; node++) {
    const k = tree.leaf[node]!;
    if (k === BIAS_LEAF) values[node] = bias;
    else if (k !== INNER) {
      const product = x[k]! * w[k]!;
      values[node] = unrounded[node] === 1 ? product : round(product);
      lost[node] = product - values[node]!;
    } else if (tree.group[node]! > 0) {
      const c = tree.left[node]! >= 0 ? values[tree.left[node]!]! : 0;
      const products = groupProducts(tree, node);
      const of = (numbers: ArrayLike<number>): number[] => products.map((product) => numbers[tree.leaf[product]!]!);
      const terms = products.map((product) => values[product]!);
      const sum = arithmetic === 'float64' ? terms.reduce((a, b) => a + b, c) : (addGroup?.(of(x), of(w), c) ?? NaN);
      values[node] = sum;
      lost[node] = groupError([c, ...terms], sum);
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

/** Σ terms − sum, for the rounded sum; NaN or infinite after an overflow. */
function groupError(terms: readonly number[], sum: number): number {
  if (!Number.isFinite(sum)) return terms.reduce((a, b) => a + b) - sum;
  const exact = new ExactSum();
  for (const term of terms) exact.add(term);
  exact.add(-sum);
  return exact.roundedToDouble();
}
