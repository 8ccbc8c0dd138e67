import type { ReactNode } from 'react';
import { isPartId, partSettings } from '../../share/figure-settings';
import type { Setting } from '../../share/setting';
import type { Settings } from '../../share/settings';
import { valuesOf } from '../../store/experiment';
import { useApp, usePart } from '../../store/use-store';
import { useSet } from '../use-set';
import type { ControlKey, SomeValues, ValueOf } from './setting-keys';

/** What every control of a setting is told. */
export interface SettingControlProps<K extends ControlKey, T = ValueOf<K>> {
  /** The setting's key in the table of the part that the control stands in. */
  readonly of: K;
  /** Where the table's says too much or too little here. */
  readonly label?: string;
  /** What else it sets, from what it is set to. */
  readonly also?: (to: T) => SomeValues;
  /** All that it sets, by names in links, where that is more than its own setting. */
  readonly sets?: readonly string[];
  /** What stands there where the page does not show it. */
  readonly otherwise?: ReactNode;
}

interface UsedSetting<S, T> {
  readonly setting: S;
  readonly label: string;
  readonly value: T;
  readonly set: (to: T) => void;
  /** For the `Control` around it. */
  readonly control: { readonly of: readonly string[]; readonly otherwise: ReactNode };
}

/** A setting of the part that the component stands in: its line of the table, its value, and what sets it. */
export function useSetting<S extends Setting<unknown>, K extends ControlKey, T = ValueOf<K>>({ of: key, label, also, sets, otherwise = null }: SettingControlProps<K, T>): UsedSetting<S, T> {
  const part = usePart();
  const setting = isPartId(part) ? partSettings(part)[key] : undefined;
  if (setting === undefined) throw new Error(`${part} has no setting ${key}.`);
  const value = useApp(({ parts }) => (valuesOf(parts, part) as Record<string, unknown>)[key]);
  const setSome = useSet();
  // Only values of the part's own table.
  const set = (to: T): void => setSome({ [key]: to, ...also?.(to) } as Partial<Settings>);
  return { setting: setting as S, label: label ?? setting.label, value: value as T, set, control: { of: sets ?? [setting.name], otherwise } };
}
