import type { Order } from '../orders/order';
import { Op, STEP } from '../orders/order';
import type { TreeShape } from './tree-shape';

function runLabel(first: number, by: number, count: number, isFused: boolean): string {
  return `${isFused ? '*' : ''}${first}..${first + by * (count - 1)}${Math.abs(by) === 1 ? '' : `:${Math.abs(by)}`}`;
}

/** An order as a small tree: each run of products is one leaf, whatever its length. */
export interface FoldedTree extends TreeShape {
  /** A leaf in the notation ("*0..191", "b"); "" for a sum. */
  readonly labels: readonly string[];
  /** The node of `binaryTree(order)` with this node's value; −1 for a run that joins a sum one product at a time, since it has no sum of its own. */
  readonly nodes: Int32Array;
  /** Roundings in this node: 1 for a sum of two, the number of products for a run's sum. */
  readonly additions: Int32Array;
  readonly fused: Uint8Array;
  /** The step of the order that a folded run came from, to be passed in `open`; −1 for any other node. */
  readonly steps: Int32Array;
  /** The products of a folded run: where in its step they begin, and how many there are. */
  readonly runs: ReadonlyMap<number, { readonly from: number; readonly count: number }>;
}

/**
 * Folds an order's runs. `open` maps the step of a run to the number of products to draw one by one at either end; those
 * between stay folded. O(size of the drawing).
 *
 * A run that joins a sum (… + 8..764:4) is drawn as a leaf and a single sum, though its products are added one after
 * another: `additions` says how many.
 */
export function foldOrder(order: Order, open: ReadonlyMap<number, number> = new Map()): FoldedTree {
  const left: number[] = [];
  const right: number[] = [];
  const labels: string[] = [];
  const nodes: number[] = [];
  const additions: number[] = [];
  const fused: number[] = [];
  const steps: number[] = [];
  const runs = new Map<number, { from: number; count: number }>();
  let binary = 0;
  const put = (l: number, r: number, label: string, node: number, roundings: number, isFused: boolean, step: number): number => {
    left.push(l);
    right.push(r);
    labels.push(label);
    nodes.push(node);
    additions.push(roundings);
    fused.push(isFused ? 1 : 0);
    steps.push(step);
    return labels.length - 1;
  };
  const stack: number[] = [];
  let top = -1;
  for (let at = 0, step = 0; at < order.steps.length; at += STEP, step++) {
    const op = order.steps[at]!;
    if (op === Op.Merge) {
      top = put(stack.pop()!, top, '', binary++, 1, false, -1);
      continue;
    }
    const isBias = op === Op.StartBias || op === Op.AddBias;
    const starts = op === Op.Start || op === Op.StartFused || op === Op.StartBias;
    const isFused = op === Op.StartFused || op === Op.AddFused;
    const [, first = 0, by = 0, count = 1] = order.steps.subarray(at, at + STEP);
    if (starts && top >= 0) stack.push(top);
    if (isBias) {
      const leaf = put(-1, -1, 'b', binary++, 0, false, -1);
      top = starts ? leaf : put(top, leaf, '', binary++, 1, false, -1);
      continue;
    }
    const ends = count === 1 ? 1 : (open.get(step) ?? 0);
    for (let i = 0; i < count; ) {
      const joins = i > 0 || !starts;
      const folded = i === ends ? count - 2 * ends : 0;
      if (folded > 1) {
        binary += joins ? 2 * folded : 2 * folded - 1;
        const run = put(-1, -1, runLabel(first + i * by, by, folded, isFused), joins ? -1 : binary - 1, joins ? 0 : folded - 1, isFused, step);
        top = joins ? put(top, run, '', binary - 1, folded, isFused, -1) : run;
        runs.set(run, { from: i, count: folded });
        i += folded;
        continue;
      }
      const leaf = put(-1, -1, `${isFused && joins ? '*' : ''}${first + i * by}`, binary++, 0, isFused && joins, -1);
      top = joins ? put(top, leaf, '', binary++, 1, isFused, -1) : leaf;
      i++;
    }
  }
  return {
    left: Int32Array.from(left),
    right: Int32Array.from(right),
    root: labels.length - 1,
    labels,
    nodes: Int32Array.from(nodes),
    additions: Int32Array.from(additions),
    fused: Uint8Array.from(fused),
    steps: Int32Array.from(steps),
    runs,
  };
}
