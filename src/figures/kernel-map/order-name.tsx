import { orderColour, orderLap } from '../../figure-parts/order-colours';
import styles from './kernel-map.module.css';
import type { MapOrder } from './map-rows';

/** The letter of an order on its colour's square. */
export function OrderName({ order: { key, letter } }: { readonly order: MapOrder }) {
  return (
    <span className={styles.name}>
      <span className={styles.swatch} data-lap={orderLap(key) > 0 || undefined} style={{ background: `var(${orderColour(key)})` }} />
      {letter}
    </span>
  );
}
