import { useApp } from '../../store/use-store';
import { BatchesGroup } from './batches-group';
import styles from './controls.module.css';
import { GrowthGroups } from './growth-groups';
import { LayerGroup } from './layer-group';
import { OrdersGroup } from './orders-group';

/** Everything that decides what is computed, for the view that is shown. */
export function Controls() {
  const view = useApp(({ settings }) => settings.view);
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
    </form>
  );
}
