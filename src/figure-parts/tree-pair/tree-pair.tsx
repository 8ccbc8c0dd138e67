import { useMemo, useState } from 'react';
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
}

function orderOf(side: TreePairSide | undefined): Order | null {
  return side?.method.kind === 'order' ? side.method.order : null;
}

function useTraces(left: BinaryTree | null, right: BinaryTree | null, numbers: OutputNumbers, arithmetic: Arithmetic): [Trace | null, Trace | null] {
  return useMemo(() => {
    const trace = (tree: BinaryTree | null): Trace | null => tree && traceOrder(tree, numbers.x, numbers.weight, numbers.bias ?? 0, arithmetic);
    return [trace(left), trace(right)];
  }, [left, right, numbers, arithmetic]);
}

/** Two summation trees on the same numbers: point at a node of one, and the other shows where its products are. */
export function TreePair({ left, right, numbers, arithmetic = 'float32' }: TreePairProps) {
  const [chosen, setChosen] = useState<ReadonlySet<number> | null>(null);
  const leftOrder = orderOf(left);
  const rightOrder = orderOf(right);
  const leftTree = useMemo(() => leftOrder && binaryTree(leftOrder), [leftOrder]);
  const rightTree = useMemo(() => rightOrder && binaryTree(rightOrder), [rightOrder]);
  const first = useMemo(
    () => (leftTree && rightTree && right ? divergence({ title: left.title, tree: leftTree }, { title: right.title, tree: rightTree }) : null),
    [left.title, leftTree, right, rightTree],
  );
  const traces = useTraces(leftTree, rightTree, numbers, arithmetic);
  const folds = (leftOrder?.products ?? 0) > 16 || (rightOrder?.products ?? 0) > 16;
  return (
    <div className={styles.pair}>
      {first && <p className={styles.divergence}>{first.sentence}</p>}
      <div className={styles.sides} data-count={right ? 2 : 1}>
        <TreeSide side={left} tree={leftTree} arithmetic={arithmetic} trace={traces[0]} other={traces[1]} divergesAt={first?.left ?? -1} chosen={chosen} onChoose={setChosen} />
        {right && <TreeSide side={right} tree={rightTree} arithmetic={arithmetic} trace={traces[1]} other={traces[0]} divergesAt={first?.right ?? -1} chosen={chosen} onChoose={setChosen} />}
      </div>
      <p className={styles.key}>
        <span className={styles.sign}>●</span> a product, rounded · <span className={styles.sign}>○</span> a product not rounded on its own · <span className={styles.sign}>⊕</span> an addition, rounded ·{' '}
        <span className={styles.sign}>◆</span> a fused multiply-add, rounded once
        {folds && <> · ≡ a folded run: select it to unfold it</>}
      </p>
    </div>
  );
}
