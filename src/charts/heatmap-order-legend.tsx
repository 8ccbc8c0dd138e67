import type { ScaleOrder } from './heatmap-scale';
import { OrderBox } from './marks/order-box';
import { shortOrder } from './short-order';
import styles from './heatmap.module.css';

const BOX = 18;

export interface HeatmapOrderLegendProps {
  readonly orders: readonly ScaleOrder[];
  readonly caption: string;
  /** Where the map below begins, in CSS pixels. */
  readonly left: number;
}

/** The orders on a map: each one's colour and letter, how many outputs took it, and the start of its notation. */
export function HeatmapOrderLegend({ orders, caption, left }: HeatmapOrderLegendProps) {
  return (
    <div className={styles.orders} style={{ marginInlineStart: `${left}px` }}>
      <span>{caption}</span>
      <ul>
        {orders.map(({ mark, text, count }) => (
          <li key={mark.letter}>
            <svg width={BOX} height={BOX} aria-hidden="true">
              <OrderBox mark={mark} width={BOX} height={BOX} />
            </svg>
            <span className="visually-hidden">Order {mark.letter}: </span>
            <span>{count}</span>
            <code title={text}>{shortOrder(text)}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}
