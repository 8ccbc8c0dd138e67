import type { ParseError, Result } from '../lib/result';
import { fail, ok } from '../lib/result';
import { FoundTree } from './found-tree';
import { mix32 } from './hash';
import type { Order } from './order';
import type { Question } from './order-query';
import { FUSE_REMAINDER, leafName } from './order-query';

/** Yields questions, receives the numbers that the sum returned, and returns what it found. */
type Asking<T> = Generator<Question, Result<T, ParseError>, number>;

/** A set of leaves whose subtree is being assembled, innermost addition first. */
interface Subtree {
  /** One of its leaves. */
  readonly leaf: number;
  /** The sets still to join the subtree of `leaf`, the next one last. */
  readonly groups: number[][];
  /** Whether fixing the smallest leaf worked well for this set, so that its groups do the same. */
  readonly smallestServes: boolean;
  /** The part assembled so far. */
  node: number;
}

/**
 * Finds the summation tree of one output from outside, fused products included (FPRev: Xie et al., USENIX ATC 2025).
 *
 * With +M at one leaf, −M at another and ones elsewhere, a sum returns the number of ones outside the smallest subtree
 * that holds both. Fixing one leaf of a set and grouping the others by that count gives the subtrees that joined it one
 * after the other; each is found the same way. The choice of leaf decides the number of questions. FPRev fixes the
 * smallest, which most kernels add first: K questions for a sum from the first product to the last, but K²/2 for one
 * from the last to the first. So if that leaves more than half of a set in one group, a random leaf is fixed for that
 * group and all within it, which on average halves a set whatever the tree: about K·log₂K questions at most.
 *
 * The tree is found up to commuting its sums. A sum that is not a tree shows in a count that is impossible or contradicts
 * another, or in more than float32 being kept; but not always, so replay the order against the sum.
 *
 * @param K products, 1 or more
 * @param bias whether there is a bias, as one more leaf
 */
export function* findTree(K: number, bias: boolean): Asking<Order> {
  const tree = new FoundTree(K, bias);
  const leaves = K + (bias ? 1 : 0);
  const whole = yield* split(Array.from({ length: leaves }, (_, leaf) => leaf), true, K, leaves);
  if (!whole.ok) return whole;
  const stack = [whole.value];
  let additions = 0;
  for (;;) {
    const current = stack[stack.length - 1]!;
    const group = current.groups.pop();
    if (group !== undefined) {
      const inner = yield* split(group, current.smallestServes, K, leaves);
      if (!inner.ok) return inner;
      stack.push(inner.value);
      continue;
    }
    stack.pop();
    const outer = stack[stack.length - 1];
    if (outer === undefined) return ok(tree.orderOf(current.node));
    const fused = yield* findFused(tree, outer, current, K);
    if (!fused.ok) return fused;
    outer.node = tree.join(outer.node, current.node, fused.value);
    if (++additions > 1) continue;
    // The first addition has two leaves; its sum is joined by the next group here or, if there is none, joins the outer set.
    const next = outer.groups.at(-1)?.[0] ?? stack[stack.length - 2]?.leaf;
    const kept = next === undefined ? 0 : yield { kind: 'width', one: outer.leaf, small: current.leaf, minus: next };
    if (kept !== 0) return fail({ message: `The sum of ${leafName(outer.leaf, K)} and ${leafName(current.leaf, K)} is kept in more than float32, which no order in float32 can do.` });
  }
}

/** Groups a set of leaves, all those of a subtree, by where they join one of them. */
function* split(set: readonly number[], fixSmallest: boolean, K: number, leaves: number): Asking<Subtree> {
  const leaf = set[fixSmallest ? 0 : mix32(set.length + mix32(set[0]!)) % set.length]!;
  const bySize = new Map<number, number[]>();
  for (const other of set) {
    if (other === leaf) continue;
    const outside = yield { kind: 'count', plus: leaf, minus: other };
    const size = leaves - outside;
    if (!Number.isInteger(size) || size < 2 || size > set.length) {
      return fail({ message: `With a huge number at ${leafName(leaf, K)}, its negative at ${leafName(other, K)} and ones elsewhere it returned ${outside}, where a tree returns a count from ${leaves - set.length} to ${leaves - 2}.` });
    }
    const group = bySize.get(size);
    if (group) group.push(other);
    else bySize.set(size, [other]);
  }
  const sizes = [...bySize].sort(([a], [b]) => a - b);
  let held = 1;
  for (const [size, { length }] of sizes) {
    held += length;
    if (held !== size) return fail({ message: `The counts contradict each other: the smallest subtrees that hold ${leafName(leaf, K)} and another have ${size} terms by what was returned, but ${held} terms are in them. It is not a tree, or not always the same one.` });
  }
  const smallestServes = fixSmallest && sizes.every(([, { length }]) => length <= set.length / 2);
  return ok({ leaf, groups: sizes.map(([, group]) => group).reverse(), smallestServes, node: leaf });
}

/** Which of two subtrees being added is a product that joins by a fused multiply-add. */
function* findFused(tree: FoundTree, a: Subtree, b: Subtree, K: number): Asking<'a' | 'b' | 'none'> {
  const asked = tree.isProduct(b.node) ? 'b' : tree.isProduct(a.node) ? 'a' : null;
  if (asked === null) return ok('none');
  const [product, other] = asked === 'b' ? [b, a] : [a, b];
  const left = yield { kind: 'fuse', product: product.leaf, other: other.leaf };
  if (left === 0) return ok('none');
  if (left === FUSE_REMAINDER) return ok(asked);
  if (left === -FUSE_REMAINDER && tree.isProduct(other.node)) return ok(asked === 'b' ? 'a' : 'b');
  return fail({ message: `Where ${leafName(product.leaf, K)} meets ${leafName(other.leaf, K)} it returned ${left} for e·e − e·e with e = 1 + 2⁻¹², which is neither a fused product nor a rounded one.` });
}
