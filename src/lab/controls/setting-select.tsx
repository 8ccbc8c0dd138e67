import type { ReactNode } from 'react';
import { SETTINGS } from '../../share/settings';
import type { Settings } from '../../share/settings';
import { useSet } from '../../figure-parts/use-set';
import { useSettings } from '../../store/use-store';
import { SelectField } from '../../ui/select-field';
import { Control } from '../../ui/control';
import type { ChoiceKey } from './setting-keys';

interface SettingSelectProps<K extends ChoiceKey> {
  readonly name: K;
  /** In the words of the page; an option without a name here is not offered. */
  readonly names: Readonly<Partial<Record<Settings[K], string>>>;
  readonly hint?: ReactNode;
}

/** A choice of the settings table. */
export function SettingSelect<K extends ChoiceKey>({ name, names, hint }: SettingSelectProps<K>) {
  const { [name]: value } = useSettings(name);
  const set = useSet();
  const known = SETTINGS[name].options as readonly Settings[K][];
  const options = known.filter((option) => names[option] !== undefined || option === value).map((option) => ({ value: option, label: names[option] ?? option }));
  return (
    <Control of={SETTINGS[name].name}>
      <SelectField label={SETTINGS[name].label} value={value} options={options} onChange={(to) => set({ [name]: to })} {...(hint !== undefined && { hint })} />
    </Control>
  );
}
