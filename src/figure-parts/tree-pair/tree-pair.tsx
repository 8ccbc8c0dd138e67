import { useMemo, useState } from 'react';
import type { AdderName } from '../../numerics/group-sizes';
import type { AdderSteps } from '../../orders/adder-steps';
import type { BinaryTree } from '../../orders/binary-tree';
import { binaryTree } from '../../orders/binary-tree';
import type { Order } from '../../orders/order';
import type { Arithmetic, Trace } from '../../orders/trace-order';
import { traceOrder } from '../../orders/trace-order';
import { divergence } from './divergence-text';
import type { TreePairSide } from './tree-side';
import { TreeSide } from './tree-side';
import styles from './tree-pair.module.css';

/** The numbers of one output. */
export interface OutputNumbers {
  readonly x: Float32Array;
  readonly weight: Float32Array;
  readonly bias: number | null;
}

export interface TreePairProps {
  readonly left: TreePairSide;
  /** Left out if an order is compared with a reference that is not a tree. */
  readonly right?: TreePairSide;
  readonly numbers: OutputNumbers;
  readonly arithmetic?: Arithmetic;
  /** What the adder of an order does with the numbers; left out where no order has groups. */
  readonly stepsOf?: (adder: AdderName) => AdderSteps;
}

function orderOf(side: TreePairSide | undefined): Order | null {
  return side?.method.kind === 'order' ? side.method.order : null;
}

/** An order as a tree, and what its adder does; null for a sum that is not a tree. */
interface Planted {
  readonly order: Order;
  readonly tree: BinaryTree;
  readonly steps: AdderSteps | null;
}

function usePlanted(order: Order | null, stepsOf: TreePairProps['stepsOf']): Planted | null {
  return useMemo(() => order && { order, tree: binaryTree(order), steps: (order.adder && stepsOf?.(order.adder)) ?? null }, [order, stepsOf]);
}

function useTraces(left: Planted | null, right: Planted | null, numbers: OutputNumbers, arithmetic: Arithmetic): [Trace | null, Trace | null] {
  return useMemo(() => {
    const trace = (side: Planted | null): Trace | null => side && traceOrder(side.tree, numbers.x, numbers.weight, numbers.bias ?? 0, arithmetic, side.steps?.add);
    return [trace(left), trace(right)];
  }, [left, right, numbers, arithmetic]);
}

/** Two summation trees on the same numbers: point at a node of one, and the other shows where its products are. */
export function TreePair({ left, right, numbers, arithmetic = 'float32', stepsOf }: TreePairProps) {
  const [chosen, setChosen] = useState<ReadonlySet<number> | null>(null);
  const first = usePlanted(orderOf(left), stepsOf);
  const second = usePlanted(orderOf(right), stepsOf);
  const parting = useMemo(() => (first && second && right ? divergence({ title: left.title, ...first }, { title: right.title, ...second }) : null), [left.title, first, right, second]);
  const traces = useTraces(first, second, numbers, arithmetic);
  const orders = [first, second].flatMap((side) => side?.order ?? []);
  const inSteps = orders.some(({ adder }) => adder !== null);
  const common = { arithmetic, chosen, onChoose: setChosen };
  return (
    <div className={styles.pair}>
      {parting && <p className={styles.divergence}>{parting.sentence}</p>}
      <div className={styles.sides} data-count={right ? 2 : 1}>
        <TreeSide side={left} {...first} trace={traces[0]} other={traces[1]} divergesAt={parting?.left ?? -1} {...common} />
        {right && <TreeSide side={right} {...second} trace={traces[1]} other={traces[0]} divergesAt={parting?.right ?? -1} {...common} />}
      </div>
      <p className={styles.key}>
        <span className={styles.sign}>●</span> a product, rounded · <span className={styles.sign}>○</span> a product not rounded on its own, written with a * · <span className={styles.sign}>⊕</span> an addition, rounded ·{' '}
        <span className={styles.sign}>◆</span> a fused multiply-add, rounded once
        {inSteps && (
          <>
            {' '}
            · <span className={styles.sign}>■</span> a group, in one step
          </>
        )}
        {orders.some(({ products }) => products > 16) && <> · ≡ a folded run: select it to unfold it</>}
      </p>
    </div>
  );
}
