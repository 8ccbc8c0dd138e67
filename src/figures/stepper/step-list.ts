import { productsText } from '../../figure-parts/tree-pair/products-text';
import { ExactSum } from '../../numerics/exact-sum';
import { UNIT_ROUNDOFF } from '../../numerics/float32';
import type { AdderSteps } from '../../orders/adder-steps';
import type { BinaryTree } from '../../orders/binary-tree';
import { groupProducts, INNER, leavesBelow } from '../../orders/binary-tree';
import { errorBound } from '../../orders/height';
import { runningBounds } from '../../orders/running-bound';
import { traceOrder } from '../../orders/trace-order';
import type { Addition } from '../../figure-parts/addition/addition';
import { cancelledBits } from '../../figure-parts/addition/addition';

/** One addition of a dot product, in the order of evaluation. */
export interface Step {
  /** For a group: of the sum so far and all its products, exact. */
  readonly addition: Addition;
  readonly fused: boolean;
  /** Whether all products of `right` join at once, in one step of the adder. */
  readonly group: boolean;
  /** The products of the left operand and (`right`) of the right one, in the sequence in which they were added. A group that joins zero has no left one. */
  readonly left: readonly number[];
  readonly right: readonly number[];
  /** Whether one operand is the sum of the step before. */
  readonly continues: boolean;
  /** What rounding the products added here threw away; 0 for fused ones and in groups. */
  readonly productsLost: number;
  /** The exact sum of the exact products in this step's sum, rounded to a double. */
  readonly exact: number;
  /** This step's sum − exact. */
  readonly error: number;
  /** h·u·Σ|x·w| of this step's own subtree. */
  readonly bound: number;
  /** u·Σ|s| over all products and sums s that were rounded on the way here, and what groups can lose; never below |error|. */
  readonly running: number;
  /** Leading bits that cancel in the addition. */
  readonly cancelled: number;
}

export interface StepList {
  /** One fewer than there are products, if there are no groups. */
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
 *
 * @param adder of the groups; for trees with groups
 */
export function stepList(tree: BinaryTree, x: ArrayLike<number>, w: ArrayLike<number>, adder: AdderSteps | null = null): StepList {
  const { values, lost } = traceOrder(tree, x, w, 0, 'float32', adder?.add);
  const running = runningBounds(tree, values, adder);
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
    const products = groupProducts(tree, node);
    const group = products.length > 0;
    const added = group ? products : [b];
    const heightBefore = a < 0 ? 0 : heights[a]!;
    // A product that is fused, or in a group, has no rounding of its own.
    heights[node] = group ? heightBefore + (adder?.roundoff(products.length) ?? NaN) / UNIT_ROUNDOFF : Math.max(heightBefore, fused ? 0 : heights[b]!) + 1;
    absSums[node] = added.reduce((sum, child) => sum + absSums[child]!, a < 0 ? 0 : absSums[a]!);
    const left = a < 0 ? [] : leavesBelow(tree, a);
    const right = added.flatMap((child) => leavesBelow(tree, child));
    const all = [...left, ...right];
    const sumBefore = a < 0 ? 0 : values[a]!;
    const addition = { a: sumBefore, b: group ? exactLess(right, x, w, 0) : values[b]!, sum: values[node]!, lost: lost[node]! };
    const lostOf = (child: number): number => (child < 0 || group || tree.leaf[child] === INNER ? 0 : lost[child]!);
    const largest = added.reduce((most, child) => Math.max(most, Math.abs(values[child]!)), Math.abs(sumBefore));
    steps.push({
      addition,
      fused,
      group,
      left,
      right,
      continues: before >= 0 && (a === before || b === before),
      productsLost: lostOf(a) + lostOf(b),
      exact: exactLess(all, x, w, 0),
      error: -exactLess(all, x, w, values[node]!) + 0,
      bound: errorBound(heights[node]!, absSums[node]!),
      running: running[node]!,
      cancelled: cancelledBits(group ? { ...addition, a: largest, b: 0 } : addition),
    });
    before = node;
  }
  return { steps, absSum: absSums[tree.root] ?? 0, height: heights[tree.root] ?? 0 };
}

/** What an addition adds, in words: "the sum of 0..4", "product 5"; "products 16..31", the only operand of a group that joins zero. */
export function operandNames({ left, right, group }: Pick<Step, 'left' | 'right' | 'group'>): readonly string[] {
  const name = (products: readonly number[], inGroup = false): string => (products.length === 1 ? `product ${products[0]}` : `${inGroup ? 'products' : 'the sum of'} ${productsText(products)}`);
  return [...(left.length === 0 ? [] : [name(left)]), name(right, group)];
}
