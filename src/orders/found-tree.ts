import type { AdderName } from '../numerics/group-sizes';
import type { Order } from './order';
import { OrderBuilder } from './order-builder';

/** A tree being found from its leaves up: 0 … K−1 are the products, K is the bias, additions come after. */
export class FoundTree {
  private readonly left: number[] = [];
  private readonly right: number[] = [];
  /** Whether the right operand, a product, joins by a fused multiply-add. */
  private readonly fused: boolean[] = [];
  /** The products that an addition takes all at once, its right operands; null for an addition of two. */
  private readonly groups: (readonly number[] | null)[] = [];
  /** The smallest leaf of each addition. */
  private readonly smallest: number[] = [];
  private readonly leaves: number;

  constructor(
    private readonly K: number,
    bias: boolean,
    private readonly adder: AdderName | null = null,
  ) {
    this.leaves = K + (bias ? 1 : 0);
  }

  isProduct(node: number): boolean {
    return node < this.K;
  }

  isLeaf(node: number): boolean {
    return node < this.leaves;
  }

  /** Adds two nodes and returns their sum. `fused` says which of them, a product, joins fused. */
  join(a: number, b: number, fused: 'a' | 'b' | 'none'): number {
    const aFirst = fused === 'none' ? this.standsFirst(a, b) : fused === 'b';
    this.left.push(aFirst ? a : b);
    this.right.push(aFirst ? b : a);
    this.fused.push(fused !== 'none');
    this.groups.push(null);
    this.smallest.push(Math.min(this.smallestLeaf(a), this.smallestLeaf(b)));
    return this.leaves + this.left.length - 1;
  }

  /**
   * Adds products and a sum, or zero, in one addition, and returns its node.
   *
   * @param products ascending, a run
   */
  joinGroup(sum: number | null, products: readonly number[]): number {
    this.left.push(sum ?? -1);
    this.right.push(-1);
    this.fused.push(false);
    this.groups.push(products);
    this.smallest.push(Math.min(products[0]!, sum === null ? Infinity : this.smallestLeaf(sum)));
    return this.leaves + this.left.length - 1;
  }

  /**
   * The order of the tree below `root`. A plain sum's two operands may be written either way round: a sum comes before a
   * single term, so that it needs no brackets; otherwise the operand with the smallest product comes first.
   */
  orderOf(root: number): Order {
    const builder = new OrderBuilder(this.adder);
    type Task = { readonly node: number; readonly fused: boolean; readonly operand: boolean } | readonly number[] | 'close';
    const work: Task[] = [{ node: root, fused: false, operand: false }];
    for (let task = work.pop(); task !== undefined; task = work.pop()) {
      if (task === 'close') builder.close();
      else if ('length' in task) builder.groups(task[0]!, task.length > 1 ? task[1]! - task[0]! : 1, task.length, task.length);
      else if (!this.isLeaf(task.node)) {
        const inner = task.node - this.leaves;
        if (task.operand) {
          builder.open();
          work.push('close');
        }
        const group = this.groups[inner]!;
        if (group !== null) {
          work.push(group);
          if (this.left[inner]! >= 0) work.push({ node: this.left[inner]!, fused: false, operand: false });
        } else work.push({ node: this.right[inner]!, fused: this.fused[inner]!, operand: true }, { node: this.left[inner]!, fused: false, operand: false });
      } else if (task.node === this.K) builder.bias();
      else builder.product(task.node, task.fused);
    }
    return builder.finish();
  }

  private standsFirst(a: number, b: number): boolean {
    if (this.isLeaf(a) !== this.isLeaf(b)) return !this.isLeaf(a);
    // Of two single terms, the bias comes first: `b + 0..7`, not `0 + b + 1..7`.
    if (this.isLeaf(a) && (a === this.K || b === this.K)) return a === this.K;
    return this.smallestLeaf(a) < this.smallestLeaf(b);
  }

  private smallestLeaf(node: number): number {
    return this.isLeaf(node) ? node : this.smallest[node - this.leaves]!;
  }
}
