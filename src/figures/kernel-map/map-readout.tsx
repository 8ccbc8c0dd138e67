import { height } from '../../orders/height';
import type { Actions } from '../../store/store';
import { useActions } from '../../store/use-store';
import { usePresentation } from '../../ui/presentation';
import styles from './kernel-map.module.css';
import { OrderSwatch } from '../../figure-parts/order-swatch';
import type { KernelMap, MapPlace } from './map-rows';
import { titleOf, outputsText } from './map-words';

/** An order with more characters than this scrolls, so it can be focused. */
const LONG = 80;

/**
 * Scrolls to the figure “walks” and sets it to a place on the map beside batch 1; for batch 1 itself, beside the batch
 * size that shows the change best.
 */
function watch({ setPart }: Actions, { row, span }: MapPlace): void {
  setPart('walks', { library: row.name, products: row.inFeatures, left: 0, right: span.batch === 1 ? 0 : span.batch });
  document.getElementById('walks')?.scrollIntoView();
}

/** The orders at a place on the map, in the notation. */
export function MapReadout({ map, place }: { readonly map: KernelMap; readonly place: MapPlace }) {
  const actions = useActions();
  const { embedded } = usePresentation();
  const { row, span } = place;
  return (
    <div className={styles.readout} role="status">
      <p>
        <strong>
          {titleOf(row)}, batch {span.batch}
        </strong>{' '}
        ({row.library.backend && `${row.library.backend}; `}
        {row.machine.cpu}
        {row.bias ? '' : '; no bias'})
      </p>
      {span.parts.map((part) => {
        const order = map.orders.get(part.key)!;
        return (
          <div key={part.key} className={styles.reading}>
            <OrderSwatch mark={order.mark} said />
            <span className={styles.notation} {...(order.text.length > LONG && { tabIndex: 0, role: 'note', 'aria-label': `Order ${order.mark.letter}: ${order.text}` })}>
              {order.text}
            </span>
            <span className={styles.quiet}>
              {outputsText(part) || 'all outputs'}; height {height(order.order)}
            </span>
          </div>
        );
      })}
      {!embedded && (
        <button type="button" className={styles.watch} onClick={() => watch(actions, place)}>
          Watch it being added up
        </button>
      )}
    </div>
  );
}
