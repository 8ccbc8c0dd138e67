import type { IndexRange } from '../../linear/index-ranges';
import { indexCount } from '../../linear/index-ranges';
import { plural } from '../../lib/words';
import styles from './kernel-animation.module.css';

/** All outputs of a row side by side, with those summed in this order marked: tile edges show as stripes. */
export function OutputsStrip({ columns, outputs, row, colour }: { readonly columns: readonly IndexRange[]; readonly outputs: number; readonly row: number; readonly colour: string }) {
  const count = indexCount(columns);
  const text = count === outputs ? `All ${plural(outputs, 'output')} of row ${row} share this order.` : `${count} of the ${outputs} outputs of row ${row} ${count === 1 ? 'has' : 'have'} this order.`;
  return (
    <div className={styles.outputs}>
      <span>{text}</span>
      <svg viewBox={`0 0 ${outputs} 1`} preserveAspectRatio="none" aria-hidden="true">
        <rect width={outputs} height={1} className={styles.empty} />
        {columns.map(([from, to]) => (
          <rect key={from} x={from} width={to - from + 1} height={1} fill={colour} />
        ))}
      </svg>
    </div>
  );
}
