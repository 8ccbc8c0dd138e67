import type { Ref } from 'react';
import type { TreeNodeProps } from './marks/tree-node';
import { plural } from '../lib/words';
import { TreeNode } from './marks/tree-node';
import { ROW_HEIGHT } from './sum-tree-columns';
import type { SumTreeColumns } from './sum-tree-columns';
import styles from './sum-tree.module.css';

export interface SumTreeNode extends TreeNodeProps {
  readonly id: string;
  /** Roundings in the node; for a sum in steps of several terms, the steps. */
  readonly steps?: number;
  /** Pointed at or selected, here or in another view. */
  readonly marked?: boolean;
  /** The first node where this tree and the one beside it diverge. */
  readonly diverges?: boolean;
}

export interface SumTreeRowProps {
  readonly ref: Ref<SVGGElement>;
  readonly node: SumTreeNode;
  readonly columns: SumTreeColumns;
  readonly top: number;
  readonly level: number;
  /** Level of its parent sum; its own for the root. */
  readonly parentLevel: number;
  readonly ariaLevel: number;
  readonly position: number;
  readonly size: number;
  readonly tabStop: boolean;
  readonly onFocus: () => void;
  readonly onPointerEnter: () => void;
  readonly onClick: () => void;
}

function spoken({ label, isLeaf, fused, folded, perStep = 0, steps = 1, valueText, lostText, diverges }: SumTreeNode): string {
  const inSteps = perStep > 0 ? `sum in ${steps === 1 ? 'one step' : `${steps} steps`} of ${plural(perStep, 'product')}` : 'sum';
  const name = !isLeaf ? (fused ? 'fused multiply-add' : inSteps) : label === 'b' ? 'bias' : folded ? `products ${label}` : `${fused ? 'fused ' : ''}product ${label.replace('*', '')}`;
  const value = valueText === '' ? '' : `, ${valueText}`;
  return `${name}${value}${lostText === '' ? '' : `, rounded away ${lostText}`}${diverges ? '; here the trees diverge' : ''}`;
}

/** One number of a drawn tree, which readers can hover, focus and select. */
export function SumTreeRow({ ref, node, columns, top, level, parentLevel, ariaLevel, position, size, tabStop, onFocus, onPointerEnter, onClick }: SumTreeRowProps) {
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
      {node.diverges && <rect x={0} y={top} width={3} height={ROW_HEIGHT} fill="var(--differs)" />}
      <TreeNode node={node} columns={columns} top={top} level={level} parentLevel={parentLevel} />
    </g>
  );
}
