import type { ReactNode } from 'react';
import { isPartId, partSettings } from '../../share/figure-settings';
import type { Setting } from '../../share/setting';
import type { Settings } from '../../share/settings';
import { valuesOf } from '../../store/experiment';
import { useApp, usePart } from '../../store/use-store';
import { useSet } from '../use-set';
import type { ControlKey, SomeValues, ValueOf } from './setting-keys';

/** Props of every setting control. */
export interface SettingControlProps<K extends ControlKey, T = ValueOf<K>> {
  /** The setting's key in the table of the part around the control. */
  readonly of: K;
  /** Replaces the table's label if that says too much or too little here. */
  readonly label?: string;
  /** What else to set, given the new value. */
  readonly also?: (to: T) => SomeValues;
  /** All settings it sets, by their names in links, if it sets more than its own. */
  readonly sets?: readonly string[];
  /** What to show where the page does not show the control. */
  readonly otherwise?: ReactNode;
}

interface UsedSetting<S, T> {
  readonly setting: S;
  readonly label: string;
  readonly value: T;
  readonly set: (to: T) => void;
  /** Props of the `Control` around it. */
  readonly control: { readonly of: readonly string[]; readonly otherwise: ReactNode };
}

/** A setting of the part around the component: its table entry, its value, and its setter. */
export function useSetting<S extends Setting<unknown>, K extends ControlKey, T = ValueOf<K>>({ of: key, label, also, sets, otherwise = null }: SettingControlProps<K, T>): UsedSetting<S, T> {
  const part = usePart();
  const setting = isPartId(part) ? partSettings(part)[key] : undefined;
  if (setting === undefined) throw new Error(`${part} has no setting ${key}.`);
  const value = useApp(({ parts }) => (valuesOf(parts, part) as Record<string, unknown>)[key]);
  const setSome = useSet();
  // All of these are in the part's own table.
  const set = (to: T): void => setSome({ [key]: to, ...also?.(to) } as Partial<Settings>);
  return { setting: setting as S, label: label ?? setting.label, value: value as T, set, control: { of: sets ?? [setting.name], otherwise } };
}
