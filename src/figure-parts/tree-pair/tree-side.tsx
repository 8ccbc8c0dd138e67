import { useMemo, useState } from 'react';
import type { OrderMark } from '../../charts/order-mark';
import { SumTree } from '../../charts/sum-tree';
import { plural } from '../../lib/words';
import type { SumMethod } from '../../linear/sum-method';
import { height } from '../../orders/height';
import type { AdderSteps } from '../../orders/adder-steps';
import type { BinaryTree } from '../../orders/binary-tree';
import type { Order } from '../../orders/order';
import { printWrittenOrder } from '../../orders/print-order';
import type { Arithmetic, Trace } from '../../orders/trace-order';
import { OrderSwatch } from '../order-swatch';
import type { Opened } from './drawn-tree';
import { drawnTree, holderOf, NOTHING_OPENED, nodesWith, productsOf } from './drawn-tree';
import { nodeRows } from './node-rows';
import styles from './tree-pair.module.css';

export interface TreePairSide {
  /** What the tree is: "Batch 1". */
  readonly title: string;
  readonly method: SumMethod;
  readonly mark?: OrderMark;
}

interface TreeSideProps {
  readonly side: TreePairSide;
  /** The order of `side`, its tree and what adds its groups; left out for a sum that is not a tree. */
  readonly order?: Order;
  readonly tree?: BinaryTree;
  readonly steps?: AdderSteps | null;
  readonly arithmetic: Arithmetic;
  readonly trace: Trace | null;
  /** The other tree's numbers. */
  readonly other: Trace | null;
  /** The node of `tree` where it diverges from the other, or −1. */
  readonly divergesAt: number;
  /** The products pointed at, in either tree. */
  readonly chosen: ReadonlySet<number> | null;
  readonly onChoose: (products: ReadonlySet<number> | null) => void;
}

/** One tree of a pair under its title and its order in the notation. */
export function TreeSide({ side, order, tree, steps = null, arithmetic, trace, other, divergesAt, chosen, onChoose }: TreeSideProps) {
  /** What was unfolded, and in which order: another order starts folded. */
  const [opened, setOpened] = useState<{ order: Order | undefined; ids: Opened }>({ order, ids: NOTHING_OPENED });
  const ids = opened.order === order ? opened.ids : NOTHING_OPENED;
  const drawn = useMemo(() => (order && tree ? drawnTree(order, tree, ids) : null), [order, tree, ids]);
  const text = useMemo(() => (order ? printWrittenOrder(order) : ''), [order]);
  if (order === undefined || drawn === null || trace === null) {
    return (
      <div className={styles.side}>
        <h4 className={styles.title}>{side.title}</h4>
        <p>This sum ({side.method.kind === 'other' ? side.method.name : ''}) is not a tree: what it does depends on the values, or it carries a correction along.</p>
      </div>
    );
  }
  const find = (id: string): number => drawn.nodes.findIndex((node) => node.id === id);
  const point = (id: string | null): void => onChoose(id === null ? null : productsOf(drawn, find(id)));
  const rows = nodeRows(drawn, trace, arithmetic, { marked: chosen && nodesWith(drawn, chosen), divergesAt: holderOf(drawn, divergesAt), result: other?.values.at(-1) ?? null });
  return (
    <div className={styles.side}>
      <h4 className={styles.title}>
        {side.mark && <OrderSwatch mark={side.mark} />}
        <span>
          {side.title}, <span className={styles.height}>height {height(order, steps?.roundoff)}</span>
        </span>
      </h4>
      <p className={styles.order} tabIndex={text.length > 80 ? 0 : undefined} aria-label={`Order of ${side.title}: ${text}`} role="note">
        {text}
      </p>
      <SumTree
        label={`${side.title}, as a tree of ${plural(drawn.nodes.length, 'row')}`}
        shape={drawn.shape}
        nodes={rows}
        onHover={point}
        onFocus={point}
        onSelect={(id) => {
          if (drawn.nodes[find(id)]?.folded) setOpened({ order, ids: new Map([...ids, [id, (ids.get(id) ?? 0) + 1]]) });
        }}
      />
      {ids.size > 0 && (
        <button type="button" className={styles.fold} onClick={() => setOpened({ order, ids: NOTHING_OPENED })}>
          Fold all again
        </button>
      )}
    </div>
  );
}
