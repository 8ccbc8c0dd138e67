import { MAX_ORDER_TEXT } from '../orders/parse-order';
import type { FigureId, PartId } from './figure-settings';
import { partSettings } from './figure-settings';
import { OLD_FIGURES, renameOldFigures } from './old-figures';
import type { PartValues } from './part-values';
import { FIRST_PARTS, PART_IDS } from './part-values';
import { OPENBLAS, PRESETS, presetNamed, presetValues } from './presets';
import { pairsOf, queryText } from './query-text';
import type { Scope } from './setting';
import { printTable, readTable, sameValue } from './setting-table';

/**
 * Names, meanings and first values of settings make a version. If you change one, raise it, say in `OLD_NAMES` or beside
 * it how to read links of the version before, and add a fixture of such links to fixtures/.
 */
export const LINK_VERSION = '2';

/** Version 1 had its own names for the thread's settings. Nothing else uses them, and hand-written links still do. */
const OLD_NAMES: Readonly<Record<string, string>> = {
  case: 'thread.case',
  library: 'thread.library',
  'thread-seed': 'thread.seed',
  output: 'thread.output',
  beside: 'thread.beside',
};

/** What figures were called in anchors. */
const OLD_ANCHORS: ReadonlyMap<string, PartId> = new Map([['thread-figure', 'thread'], ['layer-map', 'heatmap'], ...[...OLD_FIGURES].map(([old, { part }]) => [old, part] as const)]);

/** Fits the longest link that the page makes: the Lab's orders, and everything else. Longer ones are not read. */
export const MAX_SEARCH = MAX_ORDER_TEXT + 16_000;

/** The notice for a link of an unknown version. */
export const OTHER_VERSION = 'This link was made for another version of the page; what this version understands was applied.';

/** What the page shows of the heatmap where its address sets nothing of it: OpenBLAS's tiles. In a link that does, a recording that is left out is the one it always was. */
const FIRST_HEATMAP: PartValues['heatmap'] = { ...FIRST_PARTS.heatmap, recording: OPENBLAS };

/** The content of a link. */
export interface PageLink {
  readonly parts: PartValues;
  /** What the link's preset is about. */
  readonly part: PartId | null;
  /** One sentence for each value that could not be used as given. */
  readonly notices: readonly string[];
}

/** The Lab's settings have plain names; a figure's are prefixed with its anchor. */
function prefixOf(part: PartId): '' | `${FigureId}.` {
  return part === 'lab' ? '' : `${part}.`;
}

function pairsIn(parts: PartValues, scope: Scope): (readonly [string, string])[] {
  return PART_IDS.flatMap((part) => {
    const pairs = printTable(partSettings(part), parts[part], scope);
    return (part === 'heatmap' && scope === 'url' ? heatmapPairs(pairs, parts.heatmap) : pairs).map(([name, text]) => [prefixOf(part) + name, text] as const);
  });
}

/** The heatmap's pairs for a link: none for what is shown first, and the recording alone for its first values. */
function heatmapPairs(pairs: readonly [string, string][], { recording }: PartValues['heatmap']): readonly [string, string][] {
  if (pairs.length === 0) return [['rec', recording]];
  return pairs.length === 1 && recording === FIRST_HEATMAP.recording ? [] : pairs;
}

/** The page as a query string without `?`; always the same for the same state, and empty for what it first shows. First values are left out. */
export function printPageLink(parts: PartValues): string {
  const pairs = pairsIn(parts, 'url');
  return pairs.length === 0 ? '' : queryText([['v', LINK_VERSION], ...pairs]);
}

/** The settings that follow the anchor, each after an `&`, as in `#verdict&verdict.a=1,2`: no server receives them. */
export function printFragment(parts: PartValues): string {
  const pairs = pairsIn(parts, 'fragment');
  return pairs.length === 0 ? '' : `&${queryText(pairs)}`;
}

/** The anchor in the hash of an address, without `#` and the settings after it; by today's name. */
export function anchorOf(hash: string): string {
  const anchor = writtenAnchor(hash);
  return OLD_ANCHORS.get(anchor) ?? anchor;
}

function writtenAnchor(hash: string): string {
  return hash.replace(/^#/, '').replace(/&.*/s, '');
}

/** The settings in the hash of an address, as `printFragment` writes them. */
export function fragmentOf(hash: string): string {
  return hash.replace(/^[^&]*/, '');
}

/**
 * Reads a query string, with or without `?`, and the hash of the same address, from untrusted text: unknown names are
 * dropped; if a name is given twice, the first counts; a value that can't be read leaves its setting as it was and gets a
 * notice. Never throws.
 */
export function readPageLink(search: string, hash = ''): PageLink {
  const length = search.length + hash.length;
  if (length > MAX_SEARCH) {
    return { parts: { ...FIRST_PARTS, heatmap: FIRST_HEATMAP }, part: null, notices: [`This link has ${length} characters, too many to be read; it was ignored.`] };
  }
  const params = pairsOf(`${search}${fragmentOf(hash)}`);
  for (const [old, name] of Object.entries(OLD_NAMES)) {
    const text = params.get(old);
    if (text !== undefined && !params.has(name)) params.set(name, text);
  }
  const begins = renameOldFigures(params, writtenAnchor(hash));
  const notices: string[] = [];
  const version = params.get('v');
  if (version !== undefined && !/^[12]$/.test(version)) notices.push(OTHER_VERSION);
  const name = params.get('preset');
  const preset = name === undefined ? undefined : presetNamed(name);
  if (name !== undefined && preset === undefined) notices.push(unknownPreset(name));

  const parts = PART_IDS.map((part) => {
    const under = prefixOf(part);
    const texts = under === '' ? params : textsUnder(under, params);
    const isUnset = part === 'heatmap' && texts.size === 0 && begins.heatmap === undefined && preset?.values.heatmap === undefined;
    const read = readTable(partSettings(part), texts, ['url', 'fragment'], isUnset ? FIRST_HEATMAP : { ...presetValues(part, preset), ...begins[part] }, under);
    notices.push(...read.notices);
    return [part, read.values];
  });
  return { parts: Object.fromEntries(parts) as PartValues, part: preset?.part ?? null, notices };
}

/** The texts whose names start with `begin`, by the rest of the name. */
function textsUnder(begin: string, params: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...params].filter(([name]) => name.startsWith(begin)).map(([name, text]) => [name.slice(begin.length), text]));
}

export function unknownPreset(name: string): string {
  return `There is no preset called “${name.slice(0, 40)}”; there are ${PRESETS.map((preset) => preset.name).join(', ')}.`;
}

/** Whether two states differ in a setting whose changes are steps of the browser's history. */
export function isStep(before: PartValues, now: PartValues): boolean {
  return PART_IDS.some((part) => {
    if (before[part] === now[part]) return false;
    const [old, other]: readonly Readonly<Record<string, unknown>>[] = [before[part], now[part]];
    return Object.entries(partSettings(part)).some(([key, { step, scopes }]) => step && scopes.includes('url') && !sameValue(old![key], other![key]));
  });
}

/**
 * Address of the page at one of its parts, with these values and all others at their first.
 *
 * @param page address of the page, without query and anchor
 */
export function partLink(page: string, part: PartId, values: PartValues[PartId]): string {
  const parts = { ...FIRST_PARTS, heatmap: FIRST_HEATMAP, [part]: values };
  const query = printPageLink(parts);
  return `${page}${query === '' ? '' : `?${query}`}#${part}${printFragment(parts)}`;
}
