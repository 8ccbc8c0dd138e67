import { LAB_SETTINGS } from '../../share/figure-settings';
import { useApp } from '../../store/use-store';
import { Control } from '../../ui/control';
import { BatchesGroup } from './batches-group';
import styles from './controls.module.css';
import { GrowthGroups } from './growth-groups';
import { LayerGroup } from './layer-group';
import { OrdersGroup } from './orders-group';

/** Everything that is set here, by its names in links; the others are set where they are shown. */
const NAMES = Object.values(LAB_SETTINGS).map(({ name }) => name).filter((name) => !['view', 'base', 'unit', 'cell'].includes(name));

/** Everything that decides what is computed, for the view that is shown. */
export function Controls() {
  const view = useApp(({ settings }) => settings.view);
  return (
    <Control of={NAMES}>
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
    </Control>
  );
}
