import { useMemo } from 'react';
import { methodKey } from '../../experiments/resolve-method';
import type { ThreadRow } from '../../experiments/thread';
import { threadLayer } from '../../experiments/thread-layer';
import type { ThreadResult } from '../../store/results';
import { useFitted, useResult } from '../../store/use-part';
import { methodAt } from '../../figure-parts/cell/cell-comparison';
import type { TreePairSide } from '../../figure-parts/tree-pair/tree-side';
import { TreePair } from '../../figure-parts/tree-pair/tree-pair';
import { rowsCompared } from './compared-rows';
import { threadOrders } from './printed-blocks';
import styles from './thread.module.css';

/** The chosen output's tree in one call. */
function useSide({ spec, rows }: ThreadResult, { batch }: ThreadRow, column: number): TreePairSide | null {
  return useMemo(() => {
    const method = methodAt({ kind: 'recording', recording: spec.recording }, threadLayer(spec), batch, 0, column);
    return method && { title: `Batch ${batch}`, method, mark: threadOrders(rows).get(methodKey(method))! };
  }, [spec, rows, batch, column]);
}

/** The two orders in which one output was added up, as trees with its actual numbers. */
export function ThreadTrees({ result }: { readonly result: ThreadResult }) {
  const { threadColumn: column, threadBeside } = useFitted('threadColumn', 'threadBeside');
  const numbers = useResult('threadCell')?.numbers;
  const { single, beside } = rowsCompared(result.rows, threadBeside);
  const left = useSide(result, single, column);
  const right = useSide(result, beside, column);
  if (left === null || right === null || numbers === undefined) return <p className={styles.waiting}>Fetching the numbers of output {column}…</p>;
  return (
    <section className={styles.trees} aria-label={`Output ${numbers.column}, added up both ways`}>
      <h3>Output {numbers.column}, added up both ways</h3>
      <TreePair left={left} right={right} numbers={numbers} />
    </section>
  );
}
