import { OrderSwatch } from '../../figure-parts/order-swatch';
import { batchesText, formatList } from '../../lib/words';
import { heightOf } from '../../orders/adder-steps';
import styles from './kernel-map.module.css';
import type { KernelMap, MapOrder, MapRow } from './map-rows';
import { outputsText, rowName } from './map-words';

/** An order with more characters than this scrolls, so it can be focused. */
const LONG = 80;

function whereText({ key, uses, twins }: MapOrder, rows: readonly MapRow[]): string {
  const where = uses.map(({ row, batches }) => {
    const shares = new Set(row.spans.flatMap(({ parts }) => parts.filter((part) => part.key === key).map(outputsText)));
    const [share = ''] = shares;
    return `${rowName(row, rows)} ${batches.length === row.spans.length && batches.length > 1 ? 'throughout' : `at ${batchesText(batches)}`}${shares.size === 1 && share !== '' ? ` (${share})` : ''}`;
  });
  return twins.length === 0 ? where.join('; ') : `${where.join('; ')}. Apart from the bias, the same as ${formatList(twins)}`;
}

/** Every distinct order and who uses it; pointing at one highlights it on the map. */
export function MapOrders({ map, onPoint }: { readonly map: KernelMap; readonly onPoint: (key: string | null) => void }) {
  return (
    <ul className={styles.orders}>
        {[...map.orders.values()].map((order) => (
          <li key={order.key} onMouseEnter={() => onPoint(order.key)} onMouseLeave={() => onPoint(null)}>
            <OrderSwatch mark={order.mark} said />
            <span className={styles.notation} {...(order.text.length > LONG && { tabIndex: 0, role: 'note', 'aria-label': `Order ${order.mark.letter}: ${order.text}` })}>
              {order.text}
            </span>
            <span className={styles.quiet}>
              {whereText(order, map.rows)}; height {heightOf(order.order)}
            </span>
          </li>
        ))}
    </ul>
  );
}
