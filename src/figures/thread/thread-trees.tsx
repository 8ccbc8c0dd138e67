import { useMemo } from 'react';
import type { ThreadRow } from '../../experiments/thread';
import { useApp } from '../../store/use-store';
import { methodOf, orderUseAt } from '../../figure-parts/method-at';
import { orderColour } from '../../figure-parts/order-colours';
import type { TreePairSide } from '../../figure-parts/tree-pair/tree-side';
import { TreePair } from '../../figure-parts/tree-pair/tree-pair';
import { rowsCompared } from './compared-rows';
import styles from './thread.module.css';

/** One row's tree of the chosen output. */
function useSide(row: ThreadRow, column: number): TreePairSide | null {
  const use = orderUseAt(row.orders, column);
  return useMemo(() => {
    const method = use && methodOf(use);
    return use && method ? { title: `Batch ${row.batch}`, method, colour: orderColour(use.key) } : null;
  }, [use, row.batch]);
}

/** The two orders in which one output was added up, as trees on its real numbers. */
export function ThreadTrees({ rows }: { readonly rows: readonly ThreadRow[] }) {
  const column = useApp((state) => state.fitted.threadColumn);
  const threadBeside = useApp((state) => state.fitted.threadBeside);
  const numbers = useApp((state) => state.results.threadCell?.numbers);
  const { single, beside } = rowsCompared(rows, threadBeside);
  const left = useSide(single, column);
  const right = useSide(beside, column);
  if (left === null || right === null || numbers === undefined) return <p className={styles.waiting}>Fetching the numbers of output {column}…</p>;
  return (
    <section className={styles.trees} aria-label={`Output ${numbers.column}, added up both ways`}>
      <h3>Output {numbers.column}, added up both ways</h3>
      <TreePair left={left} right={right} numbers={numbers} />
    </section>
  );
}
