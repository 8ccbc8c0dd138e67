import { productsText } from '../../figure-parts/tree-pair/products-text';
import { ExactSum } from '../../numerics/exact-sum';
import type { BinaryTree } from '../../orders/binary-tree';
import { INNER, leavesBelow } from '../../orders/binary-tree';
import { errorBound } from '../../orders/height';
import { runningBounds } from '../../orders/running-bound';
import { traceOrder } from '../../orders/trace-order';
import type { Addition } from '../../figure-parts/addition/addition';
import { cancelledBits } from '../../figure-parts/addition/addition';

/** One addition of a dot product, in the order of evaluation. */
export interface Step {
  readonly addition: Addition;
  readonly fused: boolean;
  /** The products of the left operand and (`right`) of the right one, in the sequence in which they were added. */
  readonly left: readonly number[];
  readonly right: readonly number[];
  /** Whether one operand is the sum of the step before. */
  readonly continues: boolean;
  /** What rounding the products added here threw away; 0 for fused ones. */
  readonly productsLost: number;
  /** The exact sum of the exact products in this step's sum, rounded to a double. */
  readonly exact: number;
  /** This step's sum − exact. */
  readonly error: number;
  /** h·u·Σ|x·w| of this step's own subtree. */
  readonly bound: number;
  /** u·Σ|s| over all products and sums s that were rounded on the way here; never below |error|. */
  readonly running: number;
  /** Leading bits that cancel in the addition. */
  readonly cancelled: number;
}

export interface StepList {
  /** One fewer than there are products. */
  readonly steps: readonly Step[];
  /** Σ|x·w| of all products. */
  readonly absSum: number;
  /** h of the whole tree. */
  readonly height: number;
}

/** The exact sum of these products minus `value`, rounded once, to a double. */
export function exactLess(products: readonly number[], x: ArrayLike<number>, w: ArrayLike<number>, value: number): number {
  const sum = new ExactSum();
  for (const k of products) sum.add(x[k]! * w[k]!);
  sum.add(-value);
  return sum.roundedToDouble();
}

/**
 * What an order without a bias does to one dot product, addition by addition. For a few hundred products at most: each
 * step finds its exact sum afresh, which takes quadratic time.
 *
 * With finite numbers, the errors are complete: a step's error is minus the sum of all that was thrown away below it.
 */
export function stepList(tree: BinaryTree, x: ArrayLike<number>, w: ArrayLike<number>): StepList {
  const { values, lost } = traceOrder(tree, x, w, 0);
  const running = runningBounds(tree, values);
  const size = tree.left.length;
  const heights = new Float64Array(size);
  const absSums = new Float64Array(size);
  const steps: Step[] = [];
  let before = -1;
  for (let node = 0; node < size; node++) {
    const k = tree.leaf[node]!;
    if (k !== INNER) {
      absSums[node] = Math.abs(x[k]! * w[k]!);
      heights[node] = 1;
      continue;
    }
    const a = tree.left[node]!;
    const b = tree.right[node]!;
    const fused = tree.fused[node] === 1;
    // A fused product has no rounding of its own.
    heights[node] = Math.max(heights[a]!, fused ? 0 : heights[b]!) + 1;
    absSums[node] = absSums[a]! + absSums[b]!;
    const left = leavesBelow(tree, a);
    const right = leavesBelow(tree, b);
    const all = [...left, ...right];
    const addition = { a: values[a]!, b: values[b]!, sum: values[node]!, lost: lost[node]! };
    const lostOf = (child: number): number => (tree.leaf[child] === INNER ? 0 : lost[child]!);
    steps.push({
      addition,
      fused,
      left,
      right,
      continues: before >= 0 && (a === before || b === before),
      productsLost: lostOf(a) + lostOf(b),
      exact: exactLess(all, x, w, 0),
      error: -exactLess(all, x, w, values[node]!) + 0,
      bound: errorBound(heights[node]!, absSums[node]!),
      running: running[node]!,
      cancelled: cancelledBits(addition),
    });
    before = node;
  }
  return { steps, absSum: absSums[tree.root] ?? 0, height: heights[tree.root] ?? 0 };
}

/** What an addition adds, in words: "the sum of 0..4", "product 5". */
export function operandNames({ left, right }: Pick<Step, 'left' | 'right'>): readonly [string, string] {
  const name = (products: readonly number[]): string => (products.length === 1 ? `product ${products[0]}` : `the sum of ${productsText(products)}`);
  return [name(left), name(right)];
}
