import { useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { edgesPath, layoutTree, movedNode } from './layout-tree';
import { Words } from './marks/text';
import { SumTreeRow } from './sum-tree-row';
import type { SumTreeNode } from './sum-tree-row';
import styles from './sum-tree.module.css';
import { sumTreeColumns, ROW_HEIGHT } from './sum-tree-columns';
import type { TreeShape } from './tree-shape';
import { useWidth } from './use-width';

export interface SumTreeProps {
  /** Name for screen readers: "Batch 1: 0 + 1 + (2 + 3) + b". */
  readonly label: string;
  readonly shape: TreeShape;
  /** One per node of the shape, in its order. */
  readonly nodes: readonly SumTreeNode[];
  /** The node under the pointer; null for none. */
  readonly onHover?: (id: string | null) => void;
  readonly onFocus?: (id: string) => void;
  /** Click or Enter: for a folded run, to unfold it. */
  readonly onSelect?: (id: string) => void;
}

/** Row of the column headings. */
const HEAD = 24;

/** A sum as a tree, read from the top like a written addition; every node has its value and what rounding threw away. */
export function SumTree({ label, shape, nodes, onHover, onFocus, onSelect }: SumTreeProps) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const [focused, setFocused] = useState(shape.root);
  const rows = useRef<(SVGGElement | null)[]>([]);
  const layout = useMemo(() => layoutTree(shape), [shape]);
  const columns = sumTreeColumns(nodes, layout.levels, width);
  const height = HEAD + nodes.length * ROW_HEIGHT;
  const stop = Math.min(focused, nodes.length - 1);
  /** Set where a key opened a row, which other rows may have taken the place of. */
  const opened = useRef(false);
  useEffect(() => {
    if (opened.current) rows.current[stop]?.focus();
    opened.current = false;
  }, [nodes, stop]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const to = movedNode(shape, layout, stop, event.key);
    if (to !== null) rows.current[to]?.focus();
    else if (event.key === 'Enter' || event.key === ' ') {
      opened.current = nodes[stop]!.folded === true;
      onSelect?.(nodes[stop]!.id);
    } else return;
    event.preventDefault();
  };

  return (
    <div ref={frame} className={styles.frame}>
      <svg width={columns.width} height={height} role="tree" aria-label={label} onKeyDown={onKeyDown} onPointerLeave={() => onHover?.(null)}>
        <g aria-hidden="true">
          <Words x={columns.value} y={14} size="var(--text-mark)" colour="var(--ink-quiet)">
            value
          </Words>
          <Words x={columns.lost} y={14} size="var(--text-mark)" anchor="end" colour="var(--ink-quiet)">
            rounded away
          </Words>
        </g>
        {nodes.map((node, i) => (node.marked || node.diverges) && <rect key={node.id} y={HEAD + i * ROW_HEIGHT} width={columns.width} height={ROW_HEIGHT} fill={node.marked ? 'var(--accent-wash)' : 'var(--differs-wash)'} />)}
        <path d={edgesPath(shape, layout, columns.levelWidth, ROW_HEIGHT)} transform={`translate(${columns.graph}, ${HEAD + ROW_HEIGHT / 2})`} fill="none" stroke="var(--ink)" className={styles.edges} />
        {nodes.map((node, i) => (
          <SumTreeRow
            key={node.id}
            ref={(element) => {
              rows.current[i] = element;
            }}
            node={node}
            columns={columns}
            top={HEAD + i * ROW_HEIGHT}
            level={layout.level[i]!}
            parentLevel={layout.level[layout.parent[i]!]!}
            ariaLevel={layout.levels - layout.level[i]!}
            position={i + 1}
            size={nodes.length}
            tabStop={i === stop}
            onFocus={() => {
              setFocused(i);
              onFocus?.(node.id);
            }}
            onPointerEnter={() => onHover?.(node.id)}
            onClick={() => onSelect?.(node.id)}
          />
        ))}
      </svg>
    </div>
  );
}
