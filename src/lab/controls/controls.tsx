import type { ReactNode } from 'react';
import { useSettings } from '../../store/use-part';
import { lazyPart } from '../../ui/lazy-part';
import { BatchesGroup } from './batches-group';
import styles from './controls.module.css';
import { LayerGroup } from './layer-group';
import { OrdersGroup } from './orders-group';

const GrowthGroups = lazyPart('These settings', async () => (await import('./growth-groups')).GrowthGroups);

/** All controls that decide what the current view computes, and by what. */
export function Controls({ children }: { readonly children: ReactNode }) {
  const { view } = useSettings('view');
  return (
    <form className={styles.controls} aria-label="Settings of the Lab" onSubmit={(event) => event.preventDefault()}>
      {view === 'growth' ? (
        <GrowthGroups />
      ) : (
        <>
          <OrdersGroup />
          <BatchesGroup />
          <LayerGroup />
        </>
      )}
      {children}
    </form>
  );
}
