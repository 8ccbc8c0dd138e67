import type { ReactNode } from 'react';
import type { Setting } from '../../share/setting';
import { Checkbox } from '../../ui/checkbox';
import { Control } from '../../ui/control';
import { RadioGroup } from '../../ui/radio-group';
import type { FlagKey } from './setting-keys';
import type { SettingControlProps } from './use-setting';
import { useSetting } from './use-setting';

/** A yes-or-no setting as a checkbox. */
export function SettingFlag({ hint, ...of }: SettingControlProps<FlagKey, boolean> & { readonly hint?: ReactNode }) {
  const { label, value, set, control } = useSetting<Setting<boolean>, FlagKey, boolean>(of);
  return (
    <Control {...control}>
      <Checkbox label={label} checked={value} onChange={set} {...(hint !== undefined && { hint })} />
    </Control>
  );
}

interface SettingEitherProps extends SettingControlProps<FlagKey, boolean> {
  /** Names of no and yes. */
  readonly names: readonly [no: string, yes: string];
}

/** A yes-or-no setting as two radio buttons. */
export function SettingEither({ names: [no, yes], ...of }: SettingEitherProps) {
  const { label, value, set, control } = useSetting<Setting<boolean>, FlagKey, boolean>(of);
  const options = [
    { value: 'no', label: no },
    { value: 'yes', label: yes },
  ] as const;
  return (
    <Control {...control}>
      <RadioGroup legend={label} value={value ? 'yes' : 'no'} options={options} onChange={(to) => set(to === 'yes')} />
    </Control>
  );
}
