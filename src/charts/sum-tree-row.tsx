import type { Ref } from 'react';
import { differsFrom } from './diff-digits';
import { ROW_HEIGHT, valueStart } from './sum-tree-columns';
import type { SumTreeColumns } from './sum-tree-columns';
import styles from './sum-tree.module.css';

export interface SumTreeNode {
  readonly id: string;
  /** In the notation: "0", "*3", "b", "*0..191"; "" for a sum. */
  readonly label: string;
  /** The float32 value; "" where there is none, as for a folded run that joins a sum. */
  readonly valueText: string;
  /** What it is read against; digits that differ stand out. */
  readonly against?: string;
  /** The part that rounding threw away; "" for none. */
  readonly lostText: string;
  readonly isLeaf: boolean;
  /** A fused multiply-add, or the product that joins by one. */
  readonly fused: boolean;
  /** A leaf that stands for many products. */
  readonly folded?: boolean;
  /** Pointed at or selected, here or in another view. */
  readonly marked?: boolean;
  /** The first node where this tree and the one beside it part. */
  readonly parted?: boolean;
}

export interface SumTreeRowProps {
  readonly ref: Ref<SVGGElement>;
  readonly node: SumTreeNode;
  readonly columns: SumTreeColumns;
  readonly top: number;
  readonly level: number;
  /** Level of the sum that it goes into; its own for the root. */
  readonly parentLevel: number;
  readonly ariaLevel: number;
  readonly position: number;
  readonly size: number;
  readonly tabStop: boolean;
  readonly onFocus: () => void;
  readonly onPointerEnter: () => void;
  readonly onClick: () => void;
}

function spoken({ label, isLeaf, fused, folded, valueText, lostText, parted }: SumTreeNode): string {
  const name = !isLeaf ? (fused ? 'fused multiply-add' : 'sum') : label === 'b' ? 'bias' : folded ? `products ${label}` : `${fused ? 'fused ' : ''}product ${label.replace('*', '')}`;
  const value = valueText === '' ? '' : `, ${valueText}`;
  return `${name}${value}${lostText === '' ? '' : `, rounded away ${lostText}`}${parted ? '; here the trees part' : ''}`;
}

/** A product is a dot, a ring where it is not rounded by itself; a sum is a circled plus, a fused one a filled diamond. */
function Mark({ isLeaf, fused, folded }: SumTreeNode) {
  if (folded) return <path d="M-5,-6h10M-5,-2h10M-5,2h10M-5,6h10" className={styles.stack} />;
  if (isLeaf) return <circle r={3.5} className={fused ? styles.ring : styles.dot} />;
  return (
    <>
      {fused ? <path d="M0,-8.5L8.5,0L0,8.5L-8.5,0Z" className={styles.dot} /> : <circle r={6.5} className={styles.ring} />}
      <path d="M-3.5,0h7M0,-3.5v7" className={fused ? styles.plusOnInk : styles.plus} />
    </>
  );
}

/** One number of a drawn tree. */
export function SumTreeRow({ ref, node, columns, top, level, parentLevel, ariaLevel, position, size, tabStop, onFocus, onPointerEnter, onClick }: SumTreeRowProps) {
  // On the half pixels of edgesPath.
  const place = (at: number): number => columns.graph + Math.round(at * columns.levelWidth) + 0.5;
  const x = place(level);
  const middle = top + ROW_HEIGHT / 2 + 0.5;
  const start = valueStart(columns, node.valueText);
  const at = node.against === undefined ? node.valueText.length : differsFrom(node.valueText, node.against);
  return (
    <g
      ref={ref}
      className={styles.row}
      role="treeitem"
      aria-level={ariaLevel}
      aria-posinset={position}
      aria-setsize={size}
      aria-selected={node.marked === true}
      aria-label={spoken(node)}
      tabIndex={tabStop ? 0 : -1}
      onFocus={onFocus}
      onPointerEnter={onPointerEnter}
      onClick={onClick}
    >
      <rect x={1} y={top + 1} width={columns.width - 2} height={ROW_HEIGHT - 2} className={styles.ground} />
      {node.parted && <rect x={0} y={top} width={3} height={ROW_HEIGHT} className={styles.partedMark} />}
      <text aria-hidden="true" x={columns.label} y={middle} dy="0.34em" textAnchor="end" className={styles.label}>
        {node.label}
      </text>
      {node.valueText !== '' && <line x1={Math.max(place(parentLevel) + 4, x + 12)} x2={start - 8} y1={middle} y2={middle} className={styles.leader} />}
      <g transform={`translate(${x}, ${middle})`}>
        <Mark {...node} />
      </g>
      <text x={start} y={middle} dy="0.34em" className={node.isLeaf ? styles.leafValue : undefined}>
        {node.valueText.slice(0, at)}
        {at < node.valueText.length && <tspan className={styles.differs}>{node.valueText.slice(at)}</tspan>}
      </text>
      <text aria-hidden="true" x={columns.lost} y={middle} dy="0.34em" textAnchor="end" className={styles.lost}>
        {node.lostText}
      </text>
    </g>
  );
}
