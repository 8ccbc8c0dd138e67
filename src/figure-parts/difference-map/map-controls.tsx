import { settingOf } from '../../share/settings';
import { useFitted, useSettings } from '../../store/use-part';
import { SelectField } from '../../ui/select-field';
import { UNIT_HINTS } from '../units';
import styles from '../request-state/results.module.css';
import { SettingRadios } from '../setting-controls/setting-choice';
import { useSet } from '../use-set';
import { Control } from '../../ui/control';

/** The unit of the differences; changing it recomputes nothing. */
export function UnitControl() {
  const { unit } = useSettings('unit');
  return (
    <Control of="unit">
      <div className={styles.unit}>
        <SettingRadios of="unit" />
        <p className={styles.note}>{UNIT_HINTS[unit]}</p>
      </div>
    </Control>
  );
}

/** The differences' baseline and unit. */
export function MapControls() {
  const { baseline, batches } = useFitted('baseline', 'batches');
  const set = useSet();
  const options = [
    ...batches.map((batch) => ({ value: String(batch), label: `batch ${batch}`, group: 'A batch size' })),
    { value: 'exact', label: 'exact sum, rounded once', group: 'A reference' },
    { value: 'float64', label: 'float64 sum, rounded', group: 'A reference' },
  ];
  return (
    <Control of={['base', 'unit']}>
      <div className={styles.mapControls}>
        <Control of="base">
          <SelectField label={settingOf('baseline').label} value={String(baseline)} options={options} onChange={(to) => set({ baseline: to === 'exact' || to === 'float64' ? to : Number(to) })} />
        </Control>
        <UnitControl />
      </div>
    </Control>
  );
}
