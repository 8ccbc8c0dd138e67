import { useContext } from 'react';
import { partLink } from '../share/part-link';
import { LAB_SETTINGS } from '../share/figure-settings';
import { firstValues } from '../share/setting-table';
import type { Settings } from '../share/settings';
import { EmbedButton } from '../figure-parts/embed-dialog/embed-button';
import { pageAddress } from '../figure-parts/export-menu/page-address';
import { Save } from '../figure-parts/export-menu/save';
import { numbersIn } from '../store/numbers-in';
import { StoreContext, useActions } from '../store/use-store';
import { CopyButton } from '../ui/copy-button';
import field from '../ui/field.module.css';
import styles from './lab.module.css';

const FIRST = firstValues(LAB_SETTINGS);

/** The way to come back here, and the way back to the start. */
export function LabLinks() {
  const { setAll } = useActions();
  const store = useContext(StoreContext)!;
  const values = (): Settings => store.getState().settings;
  const address = (): string => partLink(pageAddress(), 'lab', values());
  return (
    <div className={styles.buttons}>
      <CopyButton label="Copy link" confirmation="Link copied" text={address} />
      <EmbedButton part="lab" title="The Lab" values={values} />
      <Save shown={() => ({ part: 'lab', title: 'The Lab', address: address(), values: values(), numbers: numbersIn(store.getState()) })} />
      <button type="button" className={field.button} onClick={() => setAll(FIRST)}>
        Reset
      </button>
    </div>
  );
}
