import type { SETTINGS, SettingKey } from '../../share/settings';
import type { ChoiceSetting, NumberSetting } from '../../share/setting';

type Table = typeof SETTINGS;
type KeysOf<S> = { [K in SettingKey]: Table[K] extends S ? K : never }[SettingKey];

/** Settings with a range. */
export type NumberKey = KeysOf<NumberSetting>;

/** Settings that are one of a few names. */
export type ChoiceKey = KeysOf<ChoiceSetting<string>>;
