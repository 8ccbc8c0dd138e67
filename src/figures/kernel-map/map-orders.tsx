import { OrderSwatch } from '../../figure-parts/order-swatch';
import { batchesText, formatList } from '../../lib/words';
import styles from './kernel-map.module.css';
import type { KernelMap, MapOrder, MapRow } from './map-rows';
import { rowName } from './map-words';

/** An order with more characters than this is cut; pointing at its place on the map shows it whole. */
const WRITTEN = 90;

function shortened(text: string): string {
  return text.length <= WRITTEN ? text : `${text.slice(0, text.lastIndexOf(' + ', WRITTEN))} + …`;
}

function whereText({ uses, twins }: MapOrder, rows: readonly MapRow[]): string {
  const where = uses.map(({ row, batches }) => `${rowName(row, rows)} ${batches.length === row.spans.length && batches.length > 1 ? 'throughout' : `at ${batchesText(batches)}`}`).join('; ');
  return twins.length === 0 ? where : `${where}. Apart from the bias, the same as ${formatList(twins)}`;
}

/** Every distinct order and who uses it; pointing at one highlights it on the map. */
export function MapOrders({ map, onPoint }: { readonly map: KernelMap; readonly onPoint: (key: string | null) => void }) {
  return (
    <details className={styles.details}>
      <summary>All {map.orders.size} orders, and who uses them</summary>
      <ul className={styles.orders}>
        {[...map.orders.values()].map((order) => (
          <li key={order.key} onMouseEnter={() => onPoint(order.key)} onMouseLeave={() => onPoint(null)}>
            <OrderSwatch mark={order.mark} said />
            <span className={styles.notation}>{shortened(order.text)}</span>
            <span className={styles.quiet}>{whereText(order, map.rows)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
