import { useState } from 'react';
import { countAt, exponentOf } from '../../lib/power-of-two';
import type { NumberSetting } from '../../share/setting';
import { Control } from '../../ui/control';
import { Notice } from '../../ui/notice';
import { NumberField } from '../../ui/number-field';
import styles from './growth-results.module.css';
import { useSetting } from '../setting-controls/use-setting';

/** The K at which curves are read, typed: any whole number, also where the curves have no point yet. */
export function KField() {
  const { setting, value, set, control } = useSetting<NumberSetting, 'exponent', number>({ of: 'exponent' });
  const [message, setMessage] = useState<string | null>(null);
  return (
    <Control {...control}>
      <div className={styles.k} onInput={() => setMessage(null)}>
        <NumberField label="Read at K" value={countAt(value)} min={countAt(setting.min)} max={countAt(setting.max)} integer onChange={(K) => set(exponentOf(K))} onClamped={setMessage} />
        <Notice tone="quiet" message={message} />
      </div>
    </Control>
  );
}
