import type { ReactNode } from 'react';
import type { ChoiceSetting } from '../../share/setting';
import { Control } from '../../ui/control';
import { RadioGroup } from '../../ui/radio-group';
import { SelectField } from '../../ui/select-field';
import { OPTION_NAMES } from './option-names';
import type { ChoiceKey, OptionOf } from './setting-keys';
import type { SettingControlProps } from './use-setting';
import { useSetting } from './use-setting';

interface ChoiceProps<K extends ChoiceKey> extends SettingControlProps<K, OptionOf<K>> {
  /**
   * The figure's own names, in its sequence, if they differ from the page's. An option without a name is offered only
   * while it is selected.
   */
  readonly names?: Readonly<Partial<Record<OptionOf<K>, string>>>;
}

type NamesByKey = Readonly<Partial<Record<ChoiceKey, Readonly<Partial<Record<string, string>>>>>>;

function useChoice<K extends ChoiceKey>({ names, ...of }: ChoiceProps<K>) {
  const { setting, ...used } = useSetting<ChoiceSetting<OptionOf<K>>, K, OptionOf<K>>(of);
  const named: Readonly<Partial<Record<string, string>>> = names ?? (OPTION_NAMES as NamesByKey)[of.of] ?? Object.fromEntries(setting.options.map((option) => [option, option]));
  const offered = Object.keys(named).flatMap((name) => setting.options.filter((option) => option === name));
  const options = [...new Set([...offered, used.value])].map((value) => ({ value, label: named[value] ?? value }));
  return { ...used, options };
}

/** A choice setting as a list. */
export function SettingSelect<K extends ChoiceKey>({ hint, ...of }: ChoiceProps<K> & { readonly hint?: ReactNode }) {
  const { label, value, options, set, control } = useChoice(of);
  return (
    <Control {...control}>
      <SelectField label={label} value={value} options={options} onChange={set} {...(hint !== undefined && { hint })} />
    </Control>
  );
}

/** A choice setting as radio buttons. */
export function SettingRadios<K extends ChoiceKey>({ hideLegend = false, ...of }: ChoiceProps<K> & { readonly hideLegend?: boolean }) {
  const { label, value, options, set, control } = useChoice(of);
  return (
    <Control {...control}>
      <RadioGroup legend={label} hideLegend={hideLegend} value={value} options={options} onChange={set} />
    </Control>
  );
}
