import { KField } from '../../figure-parts/growth/k-field';
import { SettingRadios, SettingSelect } from '../../figure-parts/setting-controls/setting-choice';
import { SettingNumber } from '../../figure-parts/setting-controls/setting-number';
import { ReadOnlyValue } from '../../ui/read-only-value';
import styles from './error-growth.module.css';
import type { GrowthChoice } from './growth-choice';
import { METHOD_NAMES } from './growth-choice';

const DATA_NAMES: Readonly<Record<GrowthChoice['data'], string>> = {
  positive: 'all positive',
  uniform: 'both signs',
  cancelling: 'made to cancel',
};

const VIEW_NAMES: Readonly<Record<GrowthChoice['view'], string>> = { length: 'K', condition: 'condition' };

/** The numbers added up and, if they cancel, what errors are drawn against; the order shown; the K to read the curves at. */
export function GrowthControls({ data }: Pick<GrowthChoice, 'data'>) {
  const cancelling = data === 'cancelling';
  return (
    <>
      <SettingRadios of="data" names={DATA_NAMES} otherwise={<ReadOnlyValue label="Numbers" value={DATA_NAMES[data]} />} />
      {cancelling && <SettingRadios of="view" names={VIEW_NAMES} />}
      <SettingSelect of="method" names={METHOD_NAMES} />
      {!cancelling && <KField />}
    </>
  );
}

/** What is typed of numbers made to cancel: it can be dragged, too, or changes little. */
export function CancellingControls() {
  return (
    <div className={styles.cancelling}>
      <SettingNumber of="power" />
      <KField />
    </div>
  );
}
