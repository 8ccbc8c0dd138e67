import type { NearerCount } from '../../experiments/nearer';
import { formatCount } from '../../lib/words';
import styles from './nearer.module.css';

/** The counts behind the bars. */
export function NearerTable({ found }: { readonly found: readonly NearerCount[] }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">K</th>
          <th scope="col">batch 1 nearer</th>
          <th scope="col">batch 16 nearer</th>
          <th scope="col">equally near</th>
        </tr>
      </thead>
      <tbody>
        {found.map(({ K, first, second, even }) => (
          <tr key={K}>
            <th scope="row" data-value={K}>{formatCount(K)}</th>
            <td data-value={first}>{formatCount(first)}</td>
            <td data-value={second}>{formatCount(second)}</td>
            <td data-value={even}>{formatCount(even)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
