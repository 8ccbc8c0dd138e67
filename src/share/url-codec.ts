import type { Carrier } from './setting';
import type { SettingKey, Settings } from './settings';
import { INITIAL_SETTINGS, SETTING_KEYS, settingOf } from './settings';

const VERSION = '1';

/** Longer than any link that `encodeSettings` makes; what is longer is not looked at. */
const MAX_SEARCH = 500_000;

export interface DecodedSettings {
  readonly settings: Settings;
  /** One sentence for each value that could not be taken as it was. */
  readonly notices: readonly string[];
}

/** The settings as a query string without `?`, always the same for the same settings; first values are left out. */
export function encodeSettings(settings: Settings, carrier: Carrier = 'url'): string {
  const pairs = SETTING_KEYS.flatMap((key) => encoded(key, settings[key], carrier));
  return pairs.length === 0 ? '' : [`v=${VERSION}`, ...pairs].join('&');
}

function encoded<K extends SettingKey>(key: K, value: Settings[K], carrier: Carrier): string[] {
  const setting = settingOf(key);
  const text = setting.print(value);
  return setting.travels.includes(carrier) && text !== setting.print(setting.initial) ? [`${setting.name}=${escaped(text)}`] : [];
}

/** Query strings may hold `,` `:` `;` as they are, and orders are full of them. */
function escaped(text: string): string {
  return encodeURIComponent(text).replace(/%2C|%3A|%3B/g, decodeURIComponent);
}

/**
 * Reads a query string, with or without `?`, from anyone: unknown names are dropped, of a name given twice the first
 * counts, a value that can't be read leaves its setting at the first value and gets a notice. Never throws.
 */
export function decodeSettings(search: string, carrier: Carrier = 'url'): DecodedSettings {
  if (search.length > MAX_SEARCH) {
    return { settings: INITIAL_SETTINGS, notices: [`This link has ${search.length} characters, too many to be read; it was left aside.`] };
  }
  const given = pairsOf(search);
  const notices: string[] = [];
  const version = given.get('v');
  if (version !== undefined && version !== VERSION) notices.push('This link was made for another version of the page; what is still understood was taken.');
  const settings: Partial<Record<SettingKey, unknown>> = { ...INITIAL_SETTINGS };
  for (const key of SETTING_KEYS) {
    const setting = settingOf(key);
    const text = given.get(setting.name);
    if (text === undefined || !setting.travels.includes(carrier)) continue;
    const read = setting.parse(text);
    if (read.ok) settings[key] = read.value.value;
    const complaint = read.ok ? read.value.adjusted : `${read.error.message}; it was left at ${setting.print(setting.initial) || 'nothing'}`;
    if (complaint !== undefined) notices.push(`${setting.label} (${setting.name}): “${shortened(text)}” ${complaint}.`);
  }
  return { settings: settings as Settings, notices };
}

function pairsOf(search: string): Map<string, string> {
  const pairs = new Map<string, string>();
  for (const pair of search.replace(/^\?/, '').split('&')) {
    const equals = pair.indexOf('=');
    if (equals < 0) continue;
    const name = unescaped(pair.slice(0, equals));
    if (!pairs.has(name)) pairs.set(name, unescaped(pair.slice(equals + 1)));
  }
  return pairs;
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    // A lone percent sign: take the text as it stands.
    return text;
  }
}

function shortened(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 40)}…`;
}
