import type { SumTreeColumns } from '../sum-tree-columns';
import { ROW_HEIGHT, valueStart } from '../sum-tree-columns';
import { DifferingFigures, Figures, MIDDLE } from './text';

/** How one number of a sum is drawn. */
export interface TreeNodeProps {
  /** In the notation: "0", "*3", "b", "*0..191"; "" for a sum. */
  readonly label: string;
  /** The float32 value; "" if there is none, as for a folded run that joins a sum. */
  readonly valueText: string;
  /** The text to compare it with; digits that differ are highlighted. */
  readonly against?: string;
  /** The part that rounding threw away; "" for none. */
  readonly lostText: string;
  readonly isLeaf: boolean;
  /** A fused multiply-add, or a product that joins the sum by one, or in a group. */
  readonly fused: boolean;
  /** For a sum made in steps of several terms, the products of a step; 0 or left out for any other. */
  readonly perStep?: number;
  /** A leaf that stands for many products. */
  readonly folded?: boolean;
}

const SIZE = 13;
const SMALL = 12;

const INK = { fill: 'none', stroke: 'var(--ink)', strokeWidth: 1.5 } as const;

/**
 * A product is a dot, or a ring if it is not rounded by itself; a sum is a circled plus, a filled diamond if fused, a filled
 * square if several terms join in one step.
 */
function Sign({ isLeaf, fused, folded, perStep = 0 }: Pick<TreeNodeProps, 'isLeaf' | 'fused' | 'folded' | 'perStep'>) {
  if (folded) return <path d="M-5,-6h10M-5,-2h10M-5,2h10M-5,6h10" {...INK} strokeWidth={2} />;
  const ring = { fill: 'var(--paper)', stroke: 'var(--ink)', strokeWidth: 1.5 };
  if (isLeaf) return <circle r={3.5} {...(fused ? ring : { fill: 'var(--ink)' })} />;
  const filled = perStep > 0 ? 'M-6.5,-6.5H6.5V6.5H-6.5Z' : fused ? 'M0,-8.5L8.5,0L0,8.5L-8.5,0Z' : null;
  return (
    <>
      {filled === null ? <circle r={6.5} {...ring} /> : <path d={filled} fill="var(--ink)" />}
      <path d="M-3.5,0h7M0,-3.5v7" {...INK} stroke={filled === null ? 'var(--ink)' : 'var(--paper)'} />
    </>
  );
}

interface PlacedNodeProps {
  readonly node: TreeNodeProps;
  readonly columns: SumTreeColumns;
  readonly top: number;
  readonly level: number;
  /** Level of its parent sum; its own for the root. */
  readonly parentLevel: number;
}

/** One row of a drawn tree: the product's name, its sign in the tree, the value, and what rounding threw away. */
export function TreeNode({ node, columns, top, level, parentLevel }: PlacedNodeProps) {
  // On the half pixels of edgesPath.
  const place = (at: number): number => columns.graph + Math.round(at * columns.levelWidth) + 0.5;
  const x = place(level);
  const middle = top + ROW_HEIGHT / 2 + 0.5;
  const start = valueStart(columns, node.valueText);
  return (
    <>
      <g aria-hidden="true">
        <Figures x={columns.label} y={middle} dy={MIDDLE} size={SIZE} anchor="end" colour="var(--ink-quiet)">
          {node.label}
        </Figures>
      </g>
      {node.valueText !== '' && <line x1={Math.max(place(parentLevel) + 4, x + 12)} x2={start - 8} y1={middle} y2={middle} stroke="var(--rule)" strokeDasharray="1 4" />}
      <g transform={`translate(${x}, ${middle})`}>
        <Sign {...node} />
      </g>
      <DifferingFigures x={start} y={middle} dy={MIDDLE} size={SIZE} colour={node.isLeaf ? 'var(--ink-quiet)' : 'var(--ink)'} text={node.valueText} against={node.against} />
      <g aria-hidden="true">
        <Figures x={columns.lost} y={middle} dy={MIDDLE} size={SMALL} anchor="end" colour="var(--ink-quiet)">
          {node.lostText}
        </Figures>
      </g>
    </>
  );
}
