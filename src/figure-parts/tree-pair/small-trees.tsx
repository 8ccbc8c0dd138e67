import { useMemo } from 'react';
import { edgesPath, layoutTree } from '../../charts/layout-tree';
import { Figures, MIDDLE } from '../../charts/marks/text';
import { useRoom } from '../../charts/room';
import { useWidth } from '../../charts/use-width';
import { isLeaf } from '../../charts/tree-shape';
import { binaryTree } from '../../orders/binary-tree';
import { firstDivergence } from '../../orders/first-divergence';
import type { Order } from '../../orders/order';
import { OrderSwatch } from '../order-swatch';
import { drawnTree, holderOf } from './drawn-tree';
import styles from './small-trees.module.css';
import type { TreePairSide } from './tree-side';

/** Sizes in CSS pixels: of a drawing, of its lowest row with a name and of its highest, and of the names. */
const ON_PAGE = { height: 116, namedRow: 8.8, tallestRow: 17, size: 11 };
const ON_STAGE = { namedRow: 14, tallestRow: 26, size: 16 };
/** On a stage, what an output has above its trees. */
const ABOVE = 250;
const LEAST_HEIGHT = 110;
/** A letter's width, of its size. */
const LETTER = 0.61;
/** Longest name written out, in characters. */
const LONGEST = 11;

function orderOf({ method }: TreePairSide): Order | null {
  return method.kind === 'order' ? method.order : null;
}

/** The shapes of two sums side by side: what is added to what. Red marks the first addition that the other does not make. */
export function SmallTrees({ sides }: { readonly sides: readonly TreePairSide[] }) {
  const [one, two] = sides.map(orderOf);
  const trees = useMemo(() => [one, two].map((order) => (order ? binaryTree(order) : null)), [one, two]);
  return (
    <div className={styles.trees}>
      {sides.map((side, i) => {
        const [order, tree, other] = [orderOf(side), trees[i], trees[1 - i]];
        return (
          <div key={i} className={styles.side}>
            <span className={styles.title}>
              {side.mark && <OrderSwatch mark={side.mark} />}
              {side.title}
            </span>
            {order && tree ? <SmallTree order={order} tree={tree} divergesAt={other ? firstDivergence(tree, other) : -1} /> : <span className={styles.title}>not a tree of additions</span>}
          </div>
        );
      })}
    </div>
  );
}

interface SmallTreeProps {
  readonly order: Order;
  readonly tree: ReturnType<typeof binaryTree>;
  /** The node of `tree` where it diverges from the other; −1 for none. */
  readonly divergesAt: number;
}

function SmallTree({ order, tree, divergesAt }: SmallTreeProps) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const { shape, nodes, layout, apart } = useMemo(() => {
    const drawn = drawnTree(order, tree);
    return { ...drawn, layout: layoutTree(drawn.shape), apart: holderOf(drawn, divergesAt) };
  }, [order, tree, divergesAt]);
  const room = useRoom();
  const { height, namedRow, tallestRow, size } = room === null ? ON_PAGE : { ...ON_STAGE, height: Math.max(LEAST_HEIGHT, room - ABOVE) };
  const row = Math.min(tallestRow, height / nodes.length);
  const names = nodes.map(({ label }) => (row < namedRow ? '' : label.length > LONGEST ? `${label.slice(0, LONGEST - 1)}…` : label));
  const left = 8 + LETTER * size * Math.max(0, ...names.map((name) => name.length));
  const level = Math.max(2, Math.min(28, (width - left - 12) / Math.max(1, layout.levels - 1)));
  const radius = Math.max(1.5, Math.min(3.5, row / 4));
  return (
    <div ref={frame} className={styles.drawing}>
      <svg width={width} height={height} aria-hidden="true">
        <g transform={`translate(${left} ${row / 2})`}>
          <path d={edgesPath(shape, layout, level, row)} fill="none" stroke="var(--ink)" />
          {nodes.map(({ id, fused, folded }, i) => {
            const leaf = isLeaf(shape, i);
            const ink = i === apart ? 'var(--differs)' : 'var(--ink)';
            const [x, y] = [Math.round(layout.level[i]! * level) + 0.5, i * row + 0.5];
            return (
              <g key={id}>
                <circle cx={x} cy={y} r={i === apart ? radius + 1.5 : radius} fill={leaf ? (fused && !folded ? 'var(--paper)' : ink) : i === apart ? ink : 'var(--paper)'} stroke={ink} />
                <Figures x={-radius - 4} y={y} dy={MIDDLE} size={size} anchor="end" colour="var(--ink-quiet)">
                  {names[i]}
                </Figures>
              </g>
            );
          })}
        </g>
      </svg>
    </div>
  );
}
