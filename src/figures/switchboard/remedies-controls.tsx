import { LEAST_PRODUCTS } from '../../orders/pattern-names';
import { PATTERNS } from '../../orders/patterns';
import { useSettings } from '../../store/use-part';
import { SettingRadios, SettingSelect } from '../../figure-parts/setting-controls/setting-choice';
import { SettingNumber } from '../../figure-parts/setting-controls/setting-number';
import { ReadOnlyValue } from '../../ui/read-only-value';
import styles from './remedies.module.css';

/** The K at which the orders were recorded. */
const RECORDED = 768;

const LIBRARIES: Readonly<Record<string, string>> = Object.fromEntries(PATTERNS.map(({ name, label }) => [name, label.replace('Like ', '')]));

/** The library whose orders are used, and the number of rows. */
export function RemediesControls() {
  const { pattern } = useSettings('pattern');
  const library = <ReadOnlyValue label="Library" value={LIBRARIES[pattern] ?? pattern} />;
  return (
    <div className={styles.pair}>
      <SettingSelect of="pattern" label="Library" names={LIBRARIES} sets={['pattern', 'rec']} also={(to) => ({ recording: PATTERNS.find(({ name }) => name === to)!.recording })} otherwise={library} />
      <SettingNumber of="netBatch" />
    </div>
  );
}

/** The length of the sums, and the numbers. */
export function LayerControls() {
  return (
    <>
      <SettingNumber of="inFeatures" label="K, products per output" min={LEAST_PRODUCTS} sets={['k', 'from']} also={(K) => ({ schedule: K === RECORDED ? 'recording' : 'pattern' })} />
      <SettingRadios of="data" label="Weights and inputs" names={{ torch: 'PyTorch’s, seed 72', normal: 'normal' }} />
    </>
  );
}
