import type { ControlNames, EmbedLook } from './embed-settings';
import { EMBED_SETTINGS } from './embed-settings';
import type { PartId } from './figure-settings';
import { FIGURE_IDS, isPartId, partSettings } from './figure-settings';
import { OLD_FIGURES, oldFigurePreset } from './old-figures';
import { LINK_VERSION, MAX_SEARCH, OTHER_VERSION, unknownPreset, fragmentOf } from './page-link';
import type { PartValues } from './part-values';
import type { Preset } from './presets';
import { presetNamed, presetValues } from './presets';
import { pairsOf, queryText } from './query-text';
import { startingAt } from './setting';
import type { SettingTable } from './setting-table';
import { printTable, readTable } from './setting-table';

/** The content of an embed's address. */
export interface EmbedLink {
  readonly part: PartId;
  /** The state the part starts in; null for its own. */
  readonly preset: Preset | null;
  readonly values: PartValues[PartId];
  readonly look: EmbedLook;
  /** One sentence for each thing that could not be used as given. */
  readonly notices: readonly string[];
}

/** Shown if the address names neither a figure nor a preset. */
const FIRST_PART: PartId = FIGURE_IDS[0]!;

const PART_NAMES = [...FIGURE_IDS, 'lab'].join(', ');

const LOOK_NAMES = Object.values(EMBED_SETTINGS).map(({ name }) => name);

/** Names with the same meaning in every embed; no setting of a part may use them. */
export const EMBED_NAMES: readonly string[] = ['figure', 'preset', 'v', ...LOOK_NAMES];

/** Names that addresses may still have, and that mean nothing now: the heatmap once hid its map until the reader had guessed. */
const PAST_NAMES: readonly string[] = ['open'];

/** A part's values when an embed starts: the preset's. */
export function embedValues<P extends PartId>(part: P, preset: Preset | null): PartValues[P] {
  return presetValues(part, preset ?? undefined);
}

/** A part's settings with these as their first values: an embed exchanges only what differs from them. */
export function embedTable(part: PartId, preset: Preset | null): SettingTable {
  const begin: Readonly<Record<string, unknown>> = embedValues(part, preset);
  return Object.fromEntries(Object.entries(partSettings(part)).map(([key, setting]) => [key, startingAt(setting, begin[key])]));
}

/** Names of a part's settings, as in links and `controls`. */
export function namesOf(part: PartId): readonly string[] {
  return Object.values(partSettings(part)).map(({ name }) => name);
}

/** Query and hash of an embed's address, without `?`; always the same for the same state. First values are left out. */
export function printEmbedLink({ part, preset, values, look }: Omit<EmbedLink, 'notices'>): string {
  const table = embedTable(part, preset);
  const pasted = printTable(table, values, 'fragment');
  const own = printTable(table, values, 'embed').filter(([name]) => !pasted.some(([other]) => other === name));
  const query = queryText([['figure', part], ...(preset === null ? [] : [['preset', preset.name] as const]), ...printTable(EMBED_SETTINGS, look, 'embed'), ...(own.length === 0 ? [] : [['v', LINK_VERSION] as const, ...own])]);
  return pasted.length === 0 ? query : `${query}#&${queryText(pasted)}`;
}

/**
 * Reads the query of an embed's address, with or without `?`, and its hash, from untrusted text: if a name is given twice,
 * the first counts; a value that can't be read leaves its setting as it was. Never throws.
 */
export function readEmbedLink(search: string, hash = ''): EmbedLink {
  const length = search.length + hash.length;
  if (length > MAX_SEARCH) return { ...readEmbedLink(''), notices: [`This address has ${length} characters, too many to be read; it was ignored.`] };
  const params = pairsOf(`${search}${fragmentOf(hash)}`);
  const notices: string[] = [];
  const version = params.get('v');
  if (version !== undefined && version !== LINK_VERSION) notices.push(OTHER_VERSION);

  const presetName = params.get('preset');
  const named = presetName === undefined ? undefined : presetNamed(presetName);
  if (presetName !== undefined && named === undefined) notices.push(unknownPreset(presetName));

  const given = params.get('figure');
  const old = OLD_FIGURES.get(given ?? '');
  const preset = old === undefined ? (named ?? null) : oldFigurePreset(given!, named);
  const figure = old?.part ?? given;
  const part = figure !== undefined && isPartId(figure) ? figure : (preset?.part ?? FIRST_PART);
  if (figure === undefined && preset === null) notices.push(`The address names no figure; there are ${PART_NAMES}.`);
  if (figure !== undefined && part !== figure) notices.push(`There is no figure called “${figure.slice(0, 40)}”; there are ${PART_NAMES}.`);
  if (preset !== null && preset.values[part] === undefined) notices.push(`The preset ${preset.name} sets nothing in ${part}; it is shown as it begins.`);

  const looks = readTable(EMBED_SETTINGS, params, ['embed']);
  notices.push(...looks.notices);
  const names = namesOf(part);
  const controls = knownControls(looks.values.controls, names);
  notices.push(...controls.notices);

  const own = readEmbedSettings(part, preset, params);
  notices.push(...own.notices);
  return { part, preset, values: own.values, look: { ...looks.values, controls: controls.value }, notices };
}

/**
 * A part's settings from the texts in an address or a message, by name; those not given are as when the embed started.
 * Never throws.
 */
export function readEmbedSettings(part: PartId, preset: Preset | null, params: ReadonlyMap<string, string>): { readonly values: PartValues[PartId]; readonly notices: readonly string[] } {
  const { values: read, notices } = readTable(embedTable(part, preset), params, ['embed']);
  const values = read as PartValues[PartId];
  const names = namesOf(part);
  const strange = [...params.keys()].filter((name) => ![...names, ...EMBED_NAMES, ...PAST_NAMES].includes(name));
  if (strange.length === 0) return { values, notices };
  const called = strange.slice(0, 3).map((name) => `“${name.slice(0, 40)}”`).join(', ');
  return { values, notices: [...notices, `Nothing in ${part} is called ${called}; there ${known(names)}.`] };
}

/**
 * The settings that a message to an embed, or one of its own, sets: all those that embeds report, and of the private ones
 * only those that the message names. So pasted numbers survive a page that sends back what it was told.
 */
export function readMessageSettings(part: PartId, preset: Preset | null, query: string): { readonly values: Partial<PartValues[PartId]>; readonly notices: readonly string[] } {
  const given = pairsOf(query);
  const { values, notices } = readEmbedSettings(part, preset, given);
  const table = partSettings(part);
  return { values: Object.fromEntries(Object.entries(values).filter(([key]) => table[key]!.scopes.includes('host') || given.has(table[key]!.name))), notices };
}

/**
 * The settings that an embed reports, as a query: all that differ from how it started, but nothing that its readers
 * pasted. Settings for pasted text are reported only while all of them are as the surrounding page gave them.
 *
 * @param begun what the surrounding page set, by address and messages
 */
export function toldSettings(part: PartId, preset: Preset | null, values: PartValues[PartId], begun: PartValues[PartId]): string {
  const table = embedTable(part, preset);
  const [now, then]: readonly Readonly<Record<string, unknown>>[] = [values, begun];
  const unchanged = Object.keys(table).every((key) => table[key]!.scopes.includes('host') || now![key] === then![key]);
  return queryText(printTable(table, values, unchanged ? 'embed' : 'host'));
}

function knownControls(wanted: ControlNames, names: readonly string[]): { readonly value: ControlNames; readonly notices: readonly string[] } {
  if (wanted === 'all') return { value: wanted, notices: [] };
  const unknown = wanted.filter((name) => !names.includes(name));
  return {
    value: wanted.filter((name) => names.includes(name)),
    notices: unknown.length === 0 ? [] : [`Controls (controls): there is none for ${unknown.slice(0, 3).join(', ')}; there ${known(names)}.`],
  };
}

function known(names: readonly string[]): string {
  return names.length === 0 ? 'is nothing to set' : `are ${names.join(', ')}`;
}
