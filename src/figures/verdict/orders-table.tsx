import { sizeText } from '../../lib/size-text';
import { formatCount } from '../../lib/words';
import type { Judged } from './judged';
import styles from './tolerance.module.css';

/** What the plot shows of the orders, as a table. */
export function OrdersTable({ judged: { orders, layer } }: { readonly judged: Judged }) {
  if (orders.length === 0) return null;
  return (
    <table className={styles.ranges}>
      <caption>How far each order’s results are from the others’, computed on {layer === null ? 'random numbers' : 'these x and W'}, as a multiple of what two orders usually differ by</caption>
      <thead>
        <tr>
          <th scope="col">order</th>
          <th scope="col">h</th>
          <th scope="col">at most</th>
        </tr>
      </thead>
      <tbody>
        {orders.map(({ label, height, largest }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td data-value={height}>{formatCount(height)}</td>
            <td data-value={largest}>{sizeText(largest)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
