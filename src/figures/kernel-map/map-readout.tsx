import type { Actions } from '../../store/store';
import { useActions } from '../../store/use-store';
import field from '../../ui/field.module.css';
import { usePresentation } from '../../ui/presentation';
import { useMedia } from '../../ui/use-media';
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

/** What to see in the row of a place on the map, and at the place itself; before one is chosen, how to choose. */
export function MapReadout({ map, place }: { readonly map: KernelMap; readonly place: MapPlace | null }) {
  const touch = useMedia('(hover: none)');
  return (
    <p className={styles.readout} role="status" data-testid="readout" data-idle={place === null || undefined}>
      {place === null
        ? `${touch ? 'Tap' : 'Point at'} a bar to read it.`
        : place.span.parts.map(({ key }) => <OrderSwatch key={key} mark={map.orders.get(key)!.mark} />)}{' '}
      {place && readoutText(place, map)}
    </p>
  );
}

/** Leads to the animation of a place; nowhere but on the page. */
export function WatchButton({ place }: { readonly place: MapPlace | null }) {
  const actions = useActions();
  const { embedded } = usePresentation();
  if (embedded || place === null) return null;
  return (
    <button type="button" data-control className={`${field.button} ${styles.watch}`} onClick={() => watch(actions, place)}>
      Watch it being added up
    </button>
  );
}
