import { UNIT_ROUNDOFF } from '../numerics/float32';
import type { AdderSteps } from './adder-steps';
import type { BinaryTree } from './binary-tree';
import { groupProducts, INNER, unroundedProducts } from './binary-tree';
import type { Trace } from './trace-order';

/** Half the distance of float32's subnormals: what a product near zero may lose, however small it is. */
const LEAST_HALF_STEP = 2 ** -150;
/** More than a float64 sum of two positive numbers can fall short of them. */
const UPWARDS = 1 + 2 ** -51;

/**
 * The running error bound of every node of a float32 tree: u·Σ|s| over all s that were rounded on the way to it, products
 * (unless fused) and partial sums (Wilkinson 1963; Higham 2002, §3.3). It is found from the values that were computed, so it
 * follows the partial sums where h·u·Σ|x·w| takes each as large as it can be.
 *
 * |value − exact| ≤ bound at every node, without terms in u² left out: rounding to nearest errs by at most u times its own
 * result, or by 2⁻¹⁵⁰ where a product underflows (an addition that underflows is exact). The float64 sums of the bounds are
 * rounded upwards. After an overflow the bound is infinite or NaN, as the value is.
 *
 * A group loses up to its adder's `roundoff` of the magnitudes that it adds, products and accumulator, as long as none of its
 * factors is subnormal, and up to `underflow` where the accumulator or the result is.
 *
 * @param steps of the adder; for trees with groups
 */
export function runningBounds(tree: BinaryTree, values: Trace['values'], steps: Pick<AdderSteps, 'roundoff' | 'underflow'> | null = null): Float64Array {
  const size = tree.left.length;
  const bounds = new Float64Array(size);
  const unrounded = unroundedProducts(tree);
  for (let node = 0; node < size; node++) {
    const own = UNIT_ROUNDOFF * Math.abs(values[node]!);
    if (tree.group[node]! > 0) {
      const sum = tree.left[node]!;
      let terms = sum >= 0 ? Math.abs(values[sum]!) : 0;
      for (const product of groupProducts(tree, node)) terms = (terms + Math.abs(values[product]!)) * UPWARDS;
      const own = (steps === null ? NaN : steps.roundoff(tree.group[node]!) * terms + steps.underflow(tree.group[node]!));
      bounds[node] = ((sum >= 0 ? bounds[sum]! : 0) + own * UPWARDS) * UPWARDS;
    } else if (tree.leaf[node] === INNER) {
      const below = (bounds[tree.left[node]!]! + bounds[tree.right[node]!]!) * UPWARDS;
      bounds[node] = (below + (tree.fused[node] === 1 ? Math.max(own, LEAST_HALF_STEP) : own)) * UPWARDS;
    } else if (tree.leaf[node]! >= 0 && unrounded[node] === 0) bounds[node] = Math.max(own, LEAST_HALF_STEP);
  }
  return bounds;
}
