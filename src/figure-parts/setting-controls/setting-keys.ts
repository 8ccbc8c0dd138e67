import type { FIGURE_SETTINGS, LAB_SETTINGS, PartId } from '../../share/figure-settings';
import type { PartValues } from '../../share/part-values';
import type { ChoiceSetting, NumberSetting, Setting } from '../../share/setting';

type Tables = { readonly lab: typeof LAB_SETTINGS } & typeof FIGURE_SETTINGS;
type KeysOf<S> = { [P in PartId]: { [K in keyof Tables[P]]: Tables[P][K] extends S ? K : never }[keyof Tables[P]] }[PartId];

/** Keys of settings with a range, in any part. */
export type NumberKey = KeysOf<NumberSetting>;

/** Keys of settings that are one of a few names. */
export type ChoiceKey = KeysOf<ChoiceSetting<string>>;

/** Keys of settings that are yes or no. */
export type FlagKey = KeysOf<Setting<boolean>>;

export type ControlKey = NumberKey | ChoiceKey | FlagKey;

/** The values of the setting with that key, in the parts that have one. */
export type ValueOf<K extends ControlKey> = { [P in PartId]: K extends keyof PartValues[P] ? PartValues[P][K] : never }[PartId];

/** An option of the choice with that key. */
export type OptionOf<K extends ChoiceKey> = Extract<ValueOf<K>, string>;

/** Some values of one part. */
export type SomeValues = { [P in PartId]: Partial<PartValues[P]> }[PartId];
