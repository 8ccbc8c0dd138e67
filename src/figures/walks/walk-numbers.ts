import { makeLayer } from '../../linear/make-layer';
import { roundToFactor } from '../../numerics/float8';
import type { FactorFormat } from '../../numerics/formats';
import { adderSteps } from '../../orders/adder-steps';
import { BIAS_LEAF, binaryTree, INNER } from '../../orders/binary-tree';
import type { Order } from '../../orders/order';
import { traceOrder } from '../../orders/trace-order';
import type { Animation } from './animation-of-order';

/** Seed of the numbers that are added up. */
export const SEED = 72;

/** What one operation of a walk threw away. */
interface Loss {
  /** The animation's step that makes it. */
  readonly step: number;
  /** The partial sum that it goes into and, for a join, the one that is added. */
  readonly into: number;
  readonly from: number | null;
  /** Exact result − rounded result. */
  readonly lost: number;
}

/** A walk with numbers. */
export interface WalkNumbers {
  /** The sum. */
  readonly result: number;
  /** In evaluation order: a partial sum's losses come before the one of its join. */
  readonly losses: readonly Loss[];
  /** What was thrown away in all, and the most of it that a partial sum holds at any time. */
  readonly lost: number;
  readonly most: number;
}

/**
 * Adds up one output of a layer that PyTorch draws from the seed, in the order of the animation.
 *
 * @param format of x and W
 */
export function walkNumbers(order: Order, animation: Animation, format: FactorFormat | 'float32'): WalkNumbers {
  const { x, weight, bias } = makeLayer({ kind: 'torch', seed: SEED, uniform: 'separate' }, { inFeatures: order.products, outFeatures: 1, rows: 1, bias: order.bias });
  const factor = format === 'float32' ? null : format;
  const rounded = (values: Float32Array): Float32Array => (factor === null ? values : values.map((value) => roundToFactor(factor, value)));
  const tree = binaryTree(order);
  const adder = order.adder === null || factor === null ? null : adderSteps(order.adder, factor);
  const { values, lost } = traceOrder(tree, rounded(x), rounded(weight), bias?.[0] ?? 0, 'float32', adder?.add);
  const { owner, when, joins, joinedAt } = animation;
  const biasAt = placeOfBias(animation);
  const merges = joins.flatMap(({ kind }, join) => (kind === 'merge' ? [join] : []));
  const into = new Int32Array(values.length);
  const at = new Int32Array(values.length);
  let merge = 0;
  const losses = [...values.keys()].map((node): Loss => {
    const leaf = tree.leaf[node]!;
    const [left, right] = [tree.left[node]!, tree.right[node]!];
    let from: number | null = null;
    if (leaf === BIAS_LEAF) [into[node], at[node]] = [biasAt.into, biasAt.step];
    else if (leaf !== INNER) [into[node], at[node]] = [owner[leaf]!, when[leaf]!];
    else {
      into[node] = into[left < 0 ? right : left]!;
      at[node] = Math.max(left < 0 ? 0 : at[left]!, at[right]!);
      if (into[right] !== into[node]) {
        from = into[right]!;
        at[node] = joinedAt[merges[merge++]!]!;
      }
    }
    return { step: at[node]!, into: into[node]!, from, lost: lost[node]! };
  });
  const size = animation.accumulators.length;
  const held = new Float64Array(size);
  let most = 0;
  for (const loss of losses) {
    take(held, loss);
    most = Math.max(most, Math.abs(held[loss.into]!));
  }
  return { result: values[tree.root]!, losses, lost: held[into[tree.root]!]!, most };
}

/** The partial sum that takes the bias, and the step that adds it. */
function placeOfBias({ steps, joins }: Animation): { readonly into: number; readonly step: number } {
  for (const [step, made] of steps.entries()) {
    if (made.kind === 'add') {
      const add = made.adds.find(({ term }) => term.length === 0);
      if (add) return { into: add.into, step };
    } else {
      const join = joins[made.join]!;
      if (join.kind === 'late' && join.products.length === 0) return { into: join.into, step };
    }
  }
  return { into: 0, step: 0 };
}

function take(held: Float64Array, { into, from, lost }: Loss): void {
  held[into]! += lost;
  if (from === null) return;
  held[into]! += held[from]!;
  held[from] = 0;
}

/** What was thrown away of each partial sum in the first `done` steps; a join takes it along. */
export function lostSoFar({ losses }: WalkNumbers, sums: number, done: number): Float64Array {
  const held = new Float64Array(sums);
  for (const loss of losses) if (loss.step < done) take(held, loss);
  return held;
}
