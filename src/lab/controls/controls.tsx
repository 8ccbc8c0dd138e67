import { lazy, Suspense } from 'react';
import { useSettings } from '../../store/use-store';
import { BatchesGroup } from './batches-group';
import styles from './controls.module.css';
import { LayerGroup } from './layer-group';
import { OrdersGroup } from './orders-group';

const GrowthGroups = lazy(async () => ({ default: (await import('./growth-groups')).GrowthGroups }));

/** Everything that decides what is computed, for the view that is shown. */
export function Controls() {
  const { view } = useSettings('view');
  return (
    <form className={styles.controls} aria-label="Settings of the Lab" onSubmit={(event) => event.preventDefault()}>
      {view === 'growth' ? (
        <Suspense fallback={null}>
          <GrowthGroups />
        </Suspense>
      ) : (
        <>
          <OrdersGroup />
          <BatchesGroup />
          <LayerGroup />
        </>
      )}
    </form>
  );
}
