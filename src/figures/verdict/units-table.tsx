import { formatCount } from '../../lib/words';
import type { Largest } from '../../experiments/judgement';
import { roughCount, sizeText } from '../../lib/size-text';
import type { Judged } from './judged';
import styles from './tolerance.module.css';

/** The difference in three units side by side. */
export function UnitsTable({ judged: { judgement, scale, pair, absSum } }: { readonly judged: Judged }) {
  const about = judgement.slack > 0 ? '≈ ' : '';
  const row = (unit: string, note: string, largest: Largest | null, text: (value: number) => string) => (
    <tr>
      <th scope="row">
        {unit}
        <span className={styles.note}>{note}</span>
      </th>
      {largest === null ? (
        <td colSpan={3}>needs K, or x and W</td>
      ) : (
        <>
          <td data-value={largest.value}>{about + text(largest.value)}</td>
          <td data-value={largest.value === 0 ? undefined : largest.index}>{largest.value === 0 ? 'nowhere' : formatCount(largest.index)}</td>
          <td data-value={largest.median}>{about + text(largest.median)}</td>
        </>
      )}
    </tr>
  );
  const source =
    scale === null ? '' : scale.kind === 'exact' ? `Σ|x·w| from x and W, up to ${sizeText(absSum ?? 0)}` : `Σ|x·w| estimated: √K times the root mean square of the outputs, ${sizeText(absSum ?? 0)}`;
  return (
    <table className={styles.units}>
      <caption>The difference in three units</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">largest</th>
          <th scope="col">at index</th>
          <th scope="col">median</th>
        </tr>
      </thead>
      <tbody>
        {row('absolute', '|a − b|', judgement.absolute, sizeText)}
        {row('ulp', `steps of ${pair.dtype}; large near zero, where steps are tiny`, judgement.ulp, roughCount)}
        {row('relative', source, judgement.relative, sizeText)}
      </tbody>
    </table>
  );
}
