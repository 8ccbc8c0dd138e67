import type { NetworkOrders } from '../../experiments/network-plans';
import { orderMarks } from '../../figure-parts/order-colours';
import { OrderSwatch } from '../../figure-parts/order-swatch';
import styles from './network.module.css';

interface NetworkOrdersLineProps {
  readonly orders: NetworkOrders;
  readonly batch: number;
}

/** The two orders in which every layer is summed. */
export function NetworkOrdersLine({ orders, batch }: NetworkOrdersLineProps) {
  const marks = orderMarks([...orders.alone, ...orders.together].map(({ key }) => key));
  return (
    <div className={styles.orders}>
      <dl>
      {[
        { rows: 1, uses: orders.alone },
        { rows: batch, uses: orders.together },
      ].map(({ rows, uses }) => (
        <div key={rows}>
          <dt>{rows === 1 ? '1 row' : `${rows} rows`}</dt>
          <dd>
            {uses.map(({ key, text }) => (
              <code key={key}>
                <OrderSwatch mark={marks.get(key)!} /> {text.length > 160 ? `${text.slice(0, 160)}…` : text}
              </code>
            ))}
          </dd>
        </div>
      ))}
      </dl>
      {orders.note !== '' && <p className={styles.note}>{orders.note}</p>}
    </div>
  );
}
