import { useState } from 'react';
import { LEAST_PRODUCTS, PATTERNS } from '../../orders/patterns';
import { SETTINGS } from '../../share/settings';
import { useSettings } from '../../store/use-store';
import { Notice } from '../../ui/notice';
import { NumberField } from '../../ui/number-field';
import { RadioGroup } from '../../ui/radio-group';
import { SelectField } from '../../ui/select-field';
import { useSet } from '../../figure-parts/use-set';
import { Control } from '../../ui/control';
import { ReadOnlyValue } from '../../ui/read-only-value';
import styles from './remedies.module.css';

/** The number of products that the orders were recorded at. */
const RECORDED = 768;

/** Whose orders, how long a sum, how many rows, which numbers. */
export function SwitchboardControls() {
  const { pattern, inFeatures, netBatch, data } = useSettings('pattern', 'inFeatures', 'netBatch', 'data');
  const set = useSet();
  const [clamped, setClamped] = useState<string | null>(null);
  const libraries = PATTERNS.map(({ name, label }) => ({ value: name, label: label.replace('Like ', '') }));
  const given = <ReadOnlyValue label="Library" value={libraries.find(({ value }) => value === pattern)?.label ?? pattern} />;
  return (
    <Control of={['pattern', 'rec', 'k', 'from', 'nbatch', 'data']} otherwise={given}>
      <div onInput={() => setClamped(null)}>
        <div className={styles.controls}>
          <Control of={['pattern', 'rec']} otherwise={given}>
            <SelectField
              label="Library"
              value={pattern}
              options={libraries}
              onChange={(value) => {
                const found = PATTERNS.find(({ name }) => name === value);
                if (found) set({ pattern: value, recording: found.recording.replace('.json', '') });
              }}
            />
          </Control>
          <Control of={['k', 'from']}>
            <NumberField
              label="K, products per output"
              value={inFeatures}
              min={LEAST_PRODUCTS}
              max={SETTINGS.inFeatures.max}
              integer
              onChange={(K) => set({ inFeatures: K, schedule: K === RECORDED ? 'recording' : 'pattern' })}
              onClamped={setClamped}
            />
          </Control>
          <Control of="nbatch">
            <NumberField label="Rows of the larger call" value={netBatch} min={SETTINGS.netBatch.min} max={SETTINGS.netBatch.max} integer onChange={(value) => set({ netBatch: value })} onClamped={setClamped} />
          </Control>
          <Control of="data">
            <RadioGroup
              legend="Weights and inputs"
              value={data === 'normal' ? 'normal' : 'torch'}
              options={[
                { value: 'torch', label: 'PyTorch’s, seed 72' },
                { value: 'normal', label: 'normal' },
              ]}
              onChange={(value) => set({ data: value })}
            />
          </Control>
        </div>
        <Notice tone="quiet" message={clamped} />
      </div>
    </Control>
  );
}
