import { useState } from 'react';
import type { ReactNode } from 'react';
import { SETTINGS } from '../../share/settings';
import { useSet } from '../../figure-parts/use-set';
import { useSettings } from '../../store/use-store';
import { Notice } from '../../ui/notice';
import { NumberField } from '../../ui/number-field';
import { Control } from '../../ui/control';
import type { NumberKey } from './setting-keys';

interface SettingNumberProps {
  readonly name: NumberKey;
  readonly hint?: ReactNode;
}

/** A number of the settings table, to be typed. */
export function SettingNumber({ name, hint }: SettingNumberProps) {
  const { label, min, max, whole } = SETTINGS[name];
  const { [name]: value } = useSettings(name);
  const set = useSet();
  const [message, setMessage] = useState<string | null>(null);
  return (
    <Control of={SETTINGS[name].name}>
      <div onInput={() => setMessage(null)}>
        <NumberField label={label} value={value} min={min} max={max} integer={whole} onChange={(to) => set({ [name]: to })} onClamped={setMessage} {...(hint !== undefined && { hint })} />
        <Notice tone="quiet" message={message} />
      </div>
    </Control>
  );
}
