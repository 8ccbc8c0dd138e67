import type { SumTreeNode } from '../../charts/sum-tree-row';
import { isLeaf } from '../../charts/tree-shape';
import { doubleText, numberText } from '../../lib/number-text';
import { sizeText } from '../../lib/size-text';
import type { Arithmetic, Trace } from '../../orders/trace-order';
import type { DrawnNode, DrawnTree } from './drawn-tree';

/** Text of a node's value; ten digits for a product that is not rounded on its own, which keeps all its bits. */
function valueText(value: number, arithmetic: Arithmetic): string {
  if (arithmetic === 'float64') return doubleText(value);
  return Object.is(Math.fround(value), value) || !Number.isFinite(value) ? numberText(value) : `${doubleText(Number(value.toPrecision(10)))}…`;
}

/** Whether the node is a single rounding: a sum, a group on its own, or a product rounded before it is added. */
function isRounded(node: DrawnNode, leaf: boolean): boolean {
  if (node.binary < 0) return false;
  return node.perStep > 0 ? node.additions === 1 : !node.folded && !(leaf && (node.fused || node.label === 'b'));
}

/** State from outside the tree: what is pointed at, and what it is compared with. */
interface RowState {
  readonly marked: Uint8Array | null;
  /** The drawn node where the trees diverge, or −1. */
  readonly divergesAt: number;
  /** The other tree's result, if there is one. */
  readonly result: number | null;
}

/** The rows of a drawn tree: each node's value and what rounding threw away there. */
export function nodeRows(drawn: DrawnTree, trace: Trace, arithmetic: Arithmetic, { marked, divergesAt, result }: RowState): SumTreeNode[] {
  const against = result === null ? null : valueText(result, arithmetic);
  return drawn.nodes.map((node, i) => ({
    id: node.id,
    label: node.label,
    valueText: node.binary < 0 ? '' : valueText(trace.values[node.binary]!, arithmetic),
    ...(i === drawn.shape.root && against !== null && { against }),
    // A folded node stands for many roundings; the bias, and a product to be fused, for none.
    lostText: isRounded(node, isLeaf(drawn.shape, i)) ? sizeText(trace.lost[node.binary]!) : '',
    isLeaf: isLeaf(drawn.shape, i),
    fused: node.fused,
    perStep: node.perStep,
    steps: node.additions,
    folded: node.folded,
    marked: marked?.[i] === 1,
    diverges: i === divergesAt,
  }));
}
