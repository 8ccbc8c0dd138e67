import type { Order } from '../orders/order';
import { groupSizeOf, Op, opOf, STEP } from '../orders/order';
import type { TreeShape } from './tree-shape';

function runLabel(first: number, by: number, count: number, isFused = false): string {
  if (count === 1) return String(first);
  return `${isFused ? '*' : ''}${first}..${first + by * (count - 1)}${Math.abs(by) === 1 ? '' : `:${Math.abs(by)}`}`;
}

/** A row that stands for several products. */
export interface Folded {
  /** To be passed in `open`. */
  readonly id: string;
  /** The step of the order that they are from, where in it they begin, and how many there are. */
  readonly step: number;
  readonly from: number;
  readonly count: number;
}

/** An order as a small tree: each run of products, or of groups of products, is one leaf, whatever its length. */
export interface FoldedTree extends TreeShape {
  /** A leaf in the notation ("*0..191", "{0..15}", "b"); "" for a sum. */
  readonly labels: readonly string[];
  /** The node of `binaryTree(order)` with this node's value; −1 for products that join a sum, since they have no sum of their own. */
  readonly nodes: Int32Array;
  /** Roundings in this node: 1 for a sum of two and for a group, the number of products, or of groups, for a run's sum. */
  readonly additions: Int32Array;
  /** 1 for a sum by fused multiply-adds, and for a product that is not rounded on its own. */
  readonly fused: Uint8Array;
  /** For a sum made in steps of several terms, the products of a step; 0 for any other. */
  readonly perStep: Uint8Array;
  /** The leaves that can be opened. */
  readonly folds: ReadonlyMap<number, Folded>;
}

/**
 * Folds an order's runs. `open` maps the id of a folded run to the number of products, or of groups, to draw one by one at
 * either end; those between stay folded. Groups drawn one by one are folded themselves, until their own id is in `open`.
 * O(size of the drawing).
 *
 * A run that joins a sum (… + 8..764:4) is drawn as a leaf and a single sum, though its products are added one after
 * another: `additions` says how many.
 */
export function foldOrder(order: Order, open: ReadonlyMap<string, number> = new Map()): FoldedTree {
  const left: number[] = [];
  const right: number[] = [];
  const group: number[] = [];
  const labels: string[] = [];
  const nodes: number[] = [];
  const additions: number[] = [];
  const fused: number[] = [];
  const perStep: number[] = [];
  const folds = new Map<number, Folded>();
  /** The next node of the binary tree. */
  let binary = 0;
  const put = (row: { left?: number; right?: number; group?: number; label?: string; node: number; additions?: number; fused?: boolean; perStep?: number }): number => {
    left.push(row.left ?? -1);
    right.push(row.right ?? -1);
    group.push(row.group ?? 0);
    labels.push(row.label ?? '');
    nodes.push(row.node);
    additions.push(row.additions ?? 0);
    fused.push(row.fused === true ? 1 : 0);
    perStep.push(row.perStep ?? 0);
    return labels.length - 1;
  };
  const stack: number[] = [];
  let top = -1;
  for (let at = 0, step = 0; at < order.steps.length; at += STEP, step++) {
    const op = opOf(order.steps[at]!);
    if (op === Op.Merge) {
      top = put({ left: stack.pop()!, right: top, node: binary++, additions: 1 });
      continue;
    }
    const isBias = op === Op.StartBias || op === Op.AddBias;
    const starts = op === Op.Start || op === Op.StartFused || op === Op.StartBias || op === Op.StartGroups;
    const isFused = op === Op.StartFused || op === Op.AddFused;
    const [, first = 0, by = 0, count = 1] = order.steps.subarray(at, at + STEP);
    if (starts && top >= 0) stack.push(top);
    if (isBias) {
      const leaf = put({ label: 'b', node: binary++ });
      top = starts ? leaf : put({ left: top, right: leaf, node: binary++, additions: 1 });
      continue;
    }
    const size = groupSizeOf(order.steps[at]!);
    const inGroups = size > 0;
    // A run is taken in units: single products, or groups.
    const units = inGroups ? Math.ceil(count / size) : count;
    const perUnit = Math.max(1, size);
    const id = `run${step}`;
    const ends = units === 1 ? 1 : (open.get(id) ?? 0);
    for (let i = 0; i < units; ) {
      const joins = i > 0 || !starts;
      const from = i * perUnit;
      const folded = i === ends ? units - 2 * ends : 0;
      if (folded > 1) {
        const held = Math.min(count, (i + folded) * perUnit) - from;
        binary += inGroups ? held + folded : joins ? 2 * folded : 2 * folded - 1;
        const label = inGroups ? `{${runLabel(first + from * by, by, held)}}*${size}` : runLabel(first + from * by, by, held, isFused);
        const run = put({ label, node: joins ? -1 : binary - 1, additions: joins ? 0 : inGroups ? folded : folded - 1, fused: isFused, perStep: size });
        top = joins ? put({ left: top, right: run, group: inGroups ? 1 : 0, node: binary - 1, additions: folded, fused: isFused, perStep: size }) : run;
        folds.set(run, { id, step, from, count: held });
        i += folded;
        continue;
      }
      i++;
      if (!inGroups) {
        const leaf = put({ label: `${isFused && joins ? '*' : ''}${first + from * by}`, node: binary++, fused: isFused && joins });
        top = joins ? put({ left: top, right: leaf, node: binary++, additions: 1, fused: isFused }) : leaf;
        continue;
      }
      const held = Math.min(size, count - from);
      const node = binary + held;
      const groupId = `group${node}`;
      const sum = { left: joins ? top : -1, node, additions: 1, perStep: held };
      if (open.has(groupId)) {
        for (let product = 0; product < held; product++) put({ label: String(first + (from + product) * by), node: binary + product, fused: true });
        top = put({ ...sum, right: labels.length - held, group: held });
      } else {
        const leaf = put({ label: `{${runLabel(first + from * by, by, held)}}`, node: joins ? -1 : node, additions: joins ? 0 : 1, perStep: held });
        folds.set(leaf, { id: groupId, step, from, count: held });
        top = joins ? put({ ...sum, right: leaf, group: 1 }) : leaf;
      }
      binary = node + 1;
    }
  }
  return {
    left: Int32Array.from(left),
    right: Int32Array.from(right),
    group: Uint8Array.from(group),
    root: labels.length - 1,
    labels,
    nodes: Int32Array.from(nodes),
    additions: Int32Array.from(additions),
    fused: Uint8Array.from(fused),
    perStep: Uint8Array.from(perStep),
    folds,
  };
}
