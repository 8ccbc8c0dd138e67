import { powerText, sizeText } from '../../lib/size-text';
import { plural } from '../../lib/words';
import { SettingRadios } from '../../figure-parts/setting-controls/setting-choice';
import { SettingNumber } from '../../figure-parts/setting-controls/setting-number';
import { ReadOnlyValue } from '../../ui/read-only-value';
import styles from './error-growth.module.css';
import type { GrowthChoice } from './growth-choice';

const DATA_NAMES: Readonly<Record<GrowthChoice['data'], string>> = {
  positive: 'all positive',
  uniform: 'both signs',
  cancelling: 'made to cancel',
};

/** The numbers added up, their condition number, the order whose bounds are drawn, and the K to read the curves at. */
export function GrowthControls({ data, power, exponent }: GrowthChoice) {
  return (
    <div className={styles.controls}>
      <SettingRadios of="data" names={DATA_NAMES} otherwise={<ReadOnlyValue label="Numbers" value={DATA_NAMES[data]} />} />
      <SettingRadios of="method" />
      <SettingNumber
        of="power"
        slider="linear"
        step={0.5}
        also={() => ({ data: 'cancelling' })}
        hint={`Numbers made to cancel: Σ|x·w| is ${Number.isInteger(power) ? powerText(10, power) : sizeText(10 ** power)} times |Σx·w|.`}
      />
      <SettingNumber of="exponent" slider="linear" hint={`K = ${plural(2 ** exponent, 'product')}.`} />
    </div>
  );
}
