import type { Order } from './order';
import { OrderBuilder } from './order-builder';

/** A sum Σ x[k]·w[k] (+ bias) in float32 that can be called but not looked into. */
export type BlackBox = (x: Float32Array, w: Float32Array, bias: number) => number;

/** So large that it swallows every 1 added to it, so small that its square root and its sums stay in range. */
const SWALLOWING = 2 ** 100;

/** e·e = 1 + 2⁻¹¹ + 2⁻²⁴ has one bit more than float32: a rounded product loses the last term, a fused one doesn't. */
const E = 1 + 2 ** -12;
const E_SQUARED_ROUNDED = 1 + 2 ** -11;

/** A node of the tree being found: leaves are 0 … K−1 and K for the bias, inner nodes come after. */
interface Found {
  readonly left: number[];
  readonly right: number[];
  /** Whether the right operand, a product, joins by a fused multiply-add. */
  readonly fused: boolean[];
}

/**
 * Reads the summation tree of a black box from outside, fused products included (FPRev: Xie et al., USENIX ATC 2025).
 *
 * With +M at one leaf, −M at another and ones elsewhere, the result counts the ones outside the smallest subtree that
 * holds both. Fixing the smallest leaf of a set and grouping the others by that count gives the subtrees that joined
 * it one after the other; each is read the same way. About K calls for a sequential sum, K·log₂K for a balanced one.
 *
 * What comes back is the tree up to commuting a sum. It trusts that the box *is* a tree over all K products (and the
 * bias) and always the same one; a caller who can't know replays the order against the box.
 */
export function reveal(box: BlackBox, K: number, bias: boolean): Order {
  const prober = new Prober(box, K, bias);
  const found: Found = { left: [], right: [], fused: [] };
  const leaves = K + (bias ? 1 : 0);
  const root = leaves === 0 ? -1 : findTree(prober, leaves, found);
  return writeOrder(root, K, found);
}

class Prober {
  private readonly x: Float32Array;
  private readonly w: Float32Array;
  private bias = 0;

  constructor(
    private readonly box: BlackBox,
    private readonly K: number,
    private readonly hasBias: boolean,
  ) {
    this.x = new Float32Array(K);
    this.w = new Float32Array(K);
  }

  /** Leaves in the smallest subtree that holds both i and j. */
  subtreeSize(i: number, j: number): number {
    this.fill(1);
    this.set(i, SWALLOWING, 1);
    this.set(j, -SWALLOWING, 1);
    return this.K + (this.hasBias ? 1 : 0) - this.box(this.x, this.w, this.bias);
  }

  /** Whether product k joins the subtree that `other` is in by a fused multiply-add. */
  joinsFused(k: number, other: number): boolean {
    this.fill(0);
    this.set(k, E, E);
    this.set(other, -E_SQUARED_ROUNDED, 1);
    return this.box(this.x, this.w, this.bias) !== 0;
  }

  private fill(value: number): void {
    this.x.fill(value);
    this.w.fill(1);
    this.bias = this.hasBias ? value : 0;
  }

  private set(leaf: number, x: number, w: number): void {
    if (leaf === this.K) this.bias = x;
    else {
      this.x[leaf] = x;
      this.w[leaf] = w;
    }
  }

  isProduct(leaf: number): boolean {
    return leaf < this.K;
  }
}

/** Finds the tree over all leaves; returns its root. */
function findTree(prober: Prober, leaves: number, found: Found): number {
  /** A set whose subtree is to be found; it then joins the accumulator of the set before it on the stack. */
  interface Job {
    readonly first: number;
    /** Groups still to join, the last one next. */
    readonly groups: number[][];
    node: number;
  }
  const job = (set: number[]): Job => {
    const first = set[0]!;
    const bySize = new Map<number, number[]>();
    for (const leaf of set.slice(1)) {
      const size = prober.subtreeSize(first, leaf);
      const group = bySize.get(size);
      if (group) group.push(leaf);
      else bySize.set(size, [leaf]);
    }
    return { first, groups: [...bySize].sort(([a], [b]) => b - a).map(([, group]) => group), node: first };
  };
  const stack = [job(Array.from({ length: leaves }, (_, leaf) => leaf))];
  for (;;) {
    const current = stack[stack.length - 1]!;
    const group = current.groups.pop();
    if (group !== undefined) {
      stack.push(job(group));
      continue;
    }
    stack.pop();
    const outer = stack[stack.length - 1];
    if (outer === undefined) return current.node;
    outer.node = join(prober, leaves, found, outer, current);
  }
}

/** A node that adds two subtrees, each given with one of its leaves. */
function join(prober: Prober, leaves: number, found: Found, a: { node: number; first: number }, b: { node: number; first: number }): number {
  const fuses = (product: { node: number }, sum: { first: number }): boolean =>
    product.node < leaves && prober.isProduct(product.node) && prober.joinsFused(product.node, sum.first);
  const bFused = fuses(b, a);
  const aFused = !bFused && fuses(a, b);
  found.left.push(aFused ? b.node : a.node);
  found.right.push(aFused ? a.node : b.node);
  found.fused.push(aFused || bFused);
  return leaves + found.left.length - 1;
}

function writeOrder(root: number, K: number, found: Found): Order {
  const builder = new OrderBuilder();
  const leaves = found.left.length + 1;
  type Task = { readonly node: number; readonly fused: boolean; readonly operand: boolean } | 'close';
  const work: Task[] = root < 0 ? [] : [{ node: root, fused: false, operand: false }];
  for (let task = work.pop(); task !== undefined; task = work.pop()) {
    if (task === 'close') builder.close();
    else if (task.node >= leaves) {
      const inner = task.node - leaves;
      if (task.operand) {
        builder.open();
        work.push('close');
      }
      work.push({ node: found.right[inner]!, fused: found.fused[inner]!, operand: true }, { node: found.left[inner]!, fused: false, operand: false });
    } else if (task.node === K) builder.bias();
    else builder.product(task.node, task.fused);
  }
  return builder.finish();
}
