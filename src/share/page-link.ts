import { MAX_ORDER_TEXT } from '../orders/parse-order';
import type { FigureId, PartId } from './figure-settings';
import { FIGURE_IDS, FIGURE_SETTINGS, isFigureId, LAB_SETTINGS, partSettings } from './figure-settings';
import { PRESETS, presetNamed, presetValues } from './presets';
import { pairsOf, queryText } from './query-text';
import type { SettingTable, TableValues } from './setting-table';
import { printTable, readTable } from './setting-table';
import type { Settings } from './settings';
import { INITIAL_SETTINGS } from './settings';

/**
 * Names, meanings and first values of settings make a version. Whoever changes one raises it, says in `OLD_NAMES` or
 * beside it how links of the version before are read, and adds a fixture of such links to fixtures/.
 */
export const LINK_VERSION = '2';

/** Version 1 knew the thread's settings by names of their own; nothing else is called so, and hand-written links still are. */
const OLD_NAMES: Readonly<Record<string, string>> = {
  case: 'thread.case',
  library: 'thread.library',
  'thread-seed': 'thread.seed',
  output: 'thread.output',
  beside: 'thread.beside',
};

/** The longest link that the page makes fits: the Lab's orders, and everything else. What is longer is not looked at. */
export const MAX_SEARCH = MAX_ORDER_TEXT + 16_000;

/** Values of figures by anchor; a figure that is not named is as it begins. */
export type FigureMap = { readonly [F in FigureId]?: Readonly<Record<string, unknown>> };

/** Said of a link whose version is not known here. */
export const OTHER_VERSION = 'This link was made for another version of the page; what this version understands was applied.';

/** What a link says. */
export interface PageLink {
  /** The Lab's; all else is at its first value. */
  readonly settings: Settings;
  readonly figures: FigureMap;
  /** What the link's preset is about. */
  readonly part: PartId | null;
  /** One sentence for each value that could not be taken as it was. */
  readonly notices: readonly string[];
}

export const EMPTY_LINK: PageLink = { settings: INITIAL_SETTINGS, figures: {}, part: null, notices: [] };

/** The page as a query string without `?`, always the same for the same state; first values are left out. */
export function printPageLink({ settings, figures }: Pick<PageLink, 'settings' | 'figures'>): string {
  const lab = printTable(LAB_SETTINGS, settings, 'url');
  const others = FIGURE_IDS.flatMap((id) => {
    const values = figures[id];
    return values === undefined ? [] : printTable(FIGURE_SETTINGS[id] as SettingTable, values, 'url').map(([name, text]) => [`${id}.${name}`, text] as const);
  });
  const pairs = [...lab, ...others];
  return pairs.length === 0 ? '' : queryText([['v', LINK_VERSION], ...pairs]);
}

/**
 * Reads a query string, with or without `?`, from anyone: unknown names are dropped, of a name given twice the first
 * counts, a value that can't be read leaves its setting as it was and gets a notice. Never throws.
 */
export function readPageLink(search: string): PageLink {
  if (search.length > MAX_SEARCH) {
    return { ...EMPTY_LINK, notices: [`This link has ${search.length} characters, too many to be read; it was ignored.`] };
  }
  const given = pairsOf(search);
  for (const [old, name] of Object.entries(OLD_NAMES)) {
    const text = given.get(old);
    if (text !== undefined && !given.has(name)) given.set(name, text);
  }
  const notices: string[] = [];
  const version = given.get('v');
  if (version !== undefined && !/^[12]$/.test(version)) notices.push(OTHER_VERSION);
  const name = given.get('preset');
  const preset = name === undefined ? undefined : presetNamed(name);
  if (name !== undefined && preset === undefined) notices.push(unknownPreset(name));

  const lab = readTable(LAB_SETTINGS, given, 'url', { ...INITIAL_SETTINGS, ...preset?.values.lab });
  notices.push(...lab.notices);
  const figures: Partial<Record<FigureId, TableValues<SettingTable>>> = {};
  for (const id of FIGURE_IDS) {
    const under = `${id}.`;
    const own = valuesUnder(under, given);
    if (own.size === 0 && preset?.values[id] === undefined) continue;
    const table: SettingTable = partSettings(id);
    const read = readTable(table, own, 'url', presetValues(id, preset), under);
    figures[id] = read.values;
    notices.push(...read.notices);
  }
  return { settings: { ...INITIAL_SETTINGS, ...lab.values }, figures, part: preset?.part ?? null, notices };
}

/** Texts by name of the names that begin so, without their beginning. */
function valuesUnder(begin: string, given: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...given].filter(([name]) => name.startsWith(begin)).map(([name, text]) => [name.slice(begin.length), text]));
}

export function unknownPreset(name: string): string {
  return `There is no preset called “${name.slice(0, 40)}”; there are ${PRESETS.map((preset) => preset.name).join(', ')}.`;
}

/** Whether one of the settings that differ between two states is a step of the browser's history. */
export function isStep(before: Pick<PageLink, 'settings' | 'figures'>, now: Pick<PageLink, 'settings' | 'figures'>): boolean {
  const [old, other] = [before, now].map((state) => pairsOf(printPageLink(state))) as [Map<string, string>, Map<string, string>];
  return [...new Set([...old.keys(), ...other.keys()])].some((name) => old.get(name) !== other.get(name) && stepOf(name));
}

/** Whether a setting, by its name in links, is a step; a figure's has the figure's anchor before it. */
function stepOf(name: string): boolean {
  const [, id = '', own = name] = /^(.+?)\.(.+)$/.exec(name) ?? [];
  const table: SettingTable = isFigureId(id) ? FIGURE_SETTINGS[id] : LAB_SETTINGS;
  return Object.values(table).some((setting) => setting.name === own && setting.step);
}
