import type { ReactNode } from 'react';
import { settingOf } from '../../share/settings';
import { useFitted, useSettings } from '../../store/use-part';
import { SelectField } from '../../ui/select-field';
import { UNIT_HINTS } from '../units';
import styles from '../request-state/results.module.css';
import { SettingRadios } from '../setting-controls/setting-choice';
import { useSet } from '../use-set';
import { Control } from '../../ui/control';

/** What the differences are taken from: a batch size, or a reference. */
export function BaselineControl() {
  const { baseline, batches } = useFitted('baseline', 'batches');
  const set = useSet();
  const options = [
    ...batches.map((batch) => ({ value: String(batch), label: `batch ${batch}`, group: 'A batch size' })),
    { value: 'exact', label: 'exact sum, rounded once', group: 'A reference' },
    { value: 'float64', label: 'float64 sum, rounded', group: 'A reference' },
  ];
  return (
    <Control of="base">
      <SelectField label={settingOf('baseline').label} value={String(baseline)} options={options} onChange={(to) => set({ baseline: to === 'exact' || to === 'float64' ? to : Number(to) })} />
    </Control>
  );
}

/**
 * What a map shows; changing its layer or its unit computes nothing anew.
 *
 * @param children the control of what the differences are taken from
 */
export function MapControls({ children }: { readonly children: ReactNode }) {
  const { unit, mapLayer } = useSettings('unit', 'mapLayer');
  return (
    <div className={styles.mapControls}>
      {children}
      <SettingRadios of="mapLayer" />
      {mapLayer === 'difference' && (
        <Control of="unit">
          <div className={styles.unit}>
            <SettingRadios of="unit" />
            <p className={styles.note}>{UNIT_HINTS[unit]}</p>
          </div>
        </Control>
      )}
    </div>
  );
}
