import type { AdderName } from '../numerics/group-sizes';
import type { ParseError, Result } from '../lib/result';
import { fail, ok } from '../lib/result';
import { FoundTree } from './found-tree';
import { mix32 } from './hash';
import type { Order } from './order';
import type { Question } from './order-query';
import { FUSE_REMAINDER, leafName } from './order-query';

/** Yields questions, receives the numbers that the sum returned, and returns what it found. */
type Asking<T> = Generator<Question, Result<T, ParseError>, number>;

/** A set of leaves that join a subtree in one addition, after which it has `size` terms. */
interface Joining {
  readonly leaves: readonly number[];
  readonly size: number;
}

/** A set of leaves whose subtree is being assembled, innermost addition first. */
interface Subtree {
  /** One of its leaves. */
  readonly leaf: number;
  /** The sets still to join the subtree of `leaf`, the next one last. All in one set join in the same addition. */
  readonly groups: Joining[];
  /** How many terms the addition has that this subtree joins, those of the sets before it included. */
  readonly size: number;
  /** Those of its set that are no part of it, but join in the same addition. */
  readonly beside: readonly number[];
  /** What has been assembled to join the part so far in one addition. */
  readonly joining: Subtree[];
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
 * With an adder, additions may be groups: within a group, a huge number swallows all other terms, so any two of its products have
 * all of them and all before them inside the smallest subtree that holds both. So what joins a subtree in one addition is one
 * subtree, or several beside each other. Where two meet, one more question tells a group from an ordinary addition. Products
 * are not asked whether they are fused: those of 11 significand bits are exact in float32. The sum must take float32's
 * exponents, as bfloat16 and TF32 have them. A lone product that a group joins is taken for one of the group.
 *
 * @param K products, 1 or more
 * @param bias whether there is a bias, as one more leaf
 * @param adder what the sum is thought to add groups with, which is not asked here; null to find trees of ordinary additions
 */
export function* findTree(K: number, bias: boolean, adder: AdderName | null = null): Asking<Order> {
  const tree = new FoundTree(K, bias, adder);
  const leaves = K + (bias ? 1 : 0);
  const whole = yield* split({ leaves: Array.from({ length: leaves }, (_, leaf) => leaf), size: leaves + 1 }, true, K, leaves, adder);
  if (!whole.ok) return whole;
  const stack = [whole.value];
  let additions = 0;
  for (;;) {
    const current = stack[stack.length - 1]!;
    const group = current.groups.pop();
    if (group !== undefined) {
      const inner = yield* split(group, current.smallestServes, K, leaves, adder);
      if (!inner.ok) return inner;
      if (inner.value.beside.length > 0) current.groups.push({ leaves: inner.value.beside, size: group.size });
      stack.push(inner.value);
      continue;
    }
    stack.pop();
    const outer = stack[stack.length - 1];
    if (outer === undefined) return ok(tree.orderOf(current.node));
    if (adder !== null) {
      outer.joining.push(current);
      if (outer.groups.at(-1)?.size === current.size) continue;
      const joined = yield* joinAll(tree, outer, outer.joining.splice(0), K);
      if (!joined.ok) return joined;
      outer.node = joined.value;
      continue;
    }
    const fused = yield* findFused(tree, outer, current, K);
    if (!fused.ok) return fused;
    outer.node = tree.join(outer.node, current.node, fused.value);
    if (++additions > 1) continue;
    // The first addition has two leaves; its sum is joined by the next group here or, if there is none, joins the outer set.
    const next = outer.groups.at(-1)?.leaves[0] ?? stack[stack.length - 2]?.leaf;
    const kept = next === undefined ? 0 : yield { kind: 'width', one: outer.leaf, small: current.leaf, minus: next };
    if (kept !== 0) return fail({ message: `The sum of ${leafName(outer.leaf, K)} and ${leafName(current.leaf, K)} is kept in more than float32, which no order in float32 can do.` });
  }
}

/**
 * Fixes a leaf of a set and groups the others by where they join it. Without an adder the set is a subtree; with one, those
 * that meet the leaf only where the whole set joins are beside its subtree.
 */
function* split({ leaves: set, size: joined }: Joining, fixSmallest: boolean, K: number, leaves: number, adder: AdderName | null): Asking<Subtree> {
  const leaf = set[fixSmallest ? 0 : mix32(set.length + mix32(set[0]!)) % set.length]!;
  const bySize = new Map<number, number[]>();
  const beside: number[] = [];
  for (const other of set) {
    if (other === leaf) continue;
    const outside = yield { kind: 'count', plus: leaf, minus: other };
    const size = leaves - outside;
    if (adder !== null && size === joined) {
      beside.push(other);
      continue;
    }
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
  return ok({ leaf, groups: sizes.map(([size, group]) => ({ leaves: group, size })).reverse(), size: joined, beside, joining: [], smallestServes, node: leaf });
}

/** Joins a subtree and others in one addition: a group, or, of two, perhaps an ordinary one. */
function* joinAll(tree: FoundTree, first: Subtree, others: readonly Subtree[], K: number): Asking<number> {
  const all = [first, ...others];
  if (all.length === 2) {
    const [a, b] = [first, others[0]!];
    const sum = yield { kind: 'cut', one: a.leaf, small: b.leaf };
    if (sum === 1 + 2 ** -23) return ok(tree.join(a.node, b.node, 'none'));
    if (sum !== 1) return fail({ message: `Where ${leafName(a.leaf, K)} meets ${leafName(b.leaf, K)} it returned ${sum} for 1 and three quarters of its ulp, which is neither cut nor rounded to nearest.` });
  }
  const sums = all.filter(({ node }) => !tree.isProduct(node));
  if (sums.length > 1) return fail({ message: `${all.length} terms join in one addition, and ${sums.length} of them, those of ${leafName(sums[0]!.leaf, K)} and ${leafName(sums[1]!.leaf, K)}, are sums: a group takes products and one sum.` });
  const products = all.filter(({ node }) => tree.isProduct(node)).map(({ node }) => node).sort((a, b) => a - b);
  const step = products.length > 1 ? products[1]! - products[0]! : 1;
  const off = products.find((product, i) => product !== products[0]! + i * step);
  if (off !== undefined) return fail({ message: `${products.length} products from ${leafName(products[0]!, K)} on join in one addition, and ${leafName(off, K)} is out of step: they are no run.` });
  return ok(tree.joinGroup(sums[0]?.node ?? null, products));
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
