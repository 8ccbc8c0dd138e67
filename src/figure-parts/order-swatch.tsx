import type { OrderMark } from '../charts/order-mark';
import styles from './order-swatch.module.css';

interface OrderSwatchProps {
  readonly mark: OrderMark;
  /** Whether screen readers get the letter, too: for places where the order itself is described. */
  readonly said?: boolean;
}

/** An order's colour with its letter on it. */
export function OrderSwatch({ mark: { colour, ink, letter }, said = false }: OrderSwatchProps) {
  return (
    <>
      <span aria-hidden="true" data-swatch className={styles.swatch} style={{ background: colour, color: ink }}>
        {letter}
      </span>
      {said && <span className="visually-hidden">Order {letter}: </span>}
    </>
  );
}
