import { LEAST_PRODUCTS } from '../../orders/pattern-names';
import { PATTERNS } from '../../orders/patterns';
import { useSettings } from '../../store/use-part';
import { SettingRadios, SettingSelect } from '../../figure-parts/setting-controls/setting-choice';
import { SettingNumber } from '../../figure-parts/setting-controls/setting-number';
import { Control } from '../../ui/control';
import { ReadOnlyValue } from '../../ui/read-only-value';
import styles from './remedies.module.css';

/** The K at which the orders were recorded. */
const RECORDED = 768;

const LIBRARIES: Readonly<Record<string, string>> = Object.fromEntries(PATTERNS.map(({ name, label }) => [name, label.replace('Like ', '')]));

/** The library whose orders are used, the length of the sums, the number of rows, and the numbers. */
export function RemediesControls() {
  const { pattern } = useSettings('pattern');
  const library = <ReadOnlyValue label="Library" value={LIBRARIES[pattern] ?? pattern} />;
  return (
    <Control of={['pattern', 'rec', 'k', 'from', 'nbatch', 'data']} otherwise={library}>
      <div className={styles.controls}>
        <SettingSelect of="pattern" label="Library" names={LIBRARIES} sets={['pattern', 'rec']} also={(to) => ({ recording: PATTERNS.find(({ name }) => name === to)!.recording })} otherwise={library} />
        <SettingNumber of="inFeatures" label="K, products per output" min={LEAST_PRODUCTS} sets={['k', 'from']} also={(K) => ({ schedule: K === RECORDED ? 'recording' : 'pattern' })} />
        <SettingNumber of="netBatch" />
        <SettingRadios of="data" label="Weights and inputs" names={{ torch: 'PyTorch’s, seed 72', normal: 'normal' }} />
      </div>
    </Control>
  );
}
