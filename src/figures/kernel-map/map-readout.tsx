import type { Actions } from '../../store/store';
import { useActions } from '../../store/use-store';
import { usePresentation } from '../../ui/presentation';
import styles from './kernel-map.module.css';
import { OrderSwatch } from '../../figure-parts/order-swatch';
import type { KernelMap, MapPlace } from './map-rows';
import { readoutText } from './map-words';

/**
 * Scrolls to the figure “walks” and sets it to a place on the map beside batch 1; for batch 1 itself, beside the batch
 * size that shows the change best.
 */
function watch({ setPart }: Actions, { row, span }: MapPlace): void {
  setPart('walks', { library: row.name, products: row.inFeatures, left: 0, right: span.batch === 1 ? 0 : span.batch });
  document.getElementById('walks')?.scrollIntoView();
}

/** What to see in the row of a place on the map, and at the place itself. */
export function MapReadout({ map, place }: { readonly map: KernelMap; readonly place: MapPlace }) {
  const actions = useActions();
  const { embedded } = usePresentation();
  return (
    <div className={styles.readout}>
      <p role="status">
        {place.span.parts.map(({ key }) => (
          <OrderSwatch key={key} mark={map.orders.get(key)!.mark} />
        ))}{' '}
        {readoutText(place, map)}
      </p>
      {!embedded && (
        <button type="button" className={styles.watch} onClick={() => watch(actions, place)}>
          Watch it being added up
        </button>
      )}
    </div>
  );
}
