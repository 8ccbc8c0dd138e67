import type { GalleryEntry } from '../../recordings/gallery-entry';
import { sameNumbers } from '../../recordings/gallery-entry';
import { formatsText, libraryLine } from '../../recordings/library-text';
import { layerFormats } from '../../recordings/recording';
import { isUserRecordingName } from '../../recordings/user-recording-name';
import { formatList, layerTitle, plural } from '../../lib/words';
import { marked, unusualText } from '../recording-title';

/** Recordings of one library on one machine in the same formats, which differ in the size of their layers only. */
export interface GalleryVariant {
  readonly entries: readonly GalleryEntry[];
  readonly library: GalleryEntry['library'];
  readonly machine: GalleryEntry['machine'];
  readonly dtype: GalleryEntry['dtype'];
  readonly output: GalleryEntry['output'];
  readonly recordedOn: string;
  readonly allRows: boolean;
}

/** The variants of one library. */
export interface GalleryGroup {
  /** "PyTorch", "Your file: PyTorch" */
  readonly title: string;
  readonly variants: readonly GalleryVariant[];
}

/** Entries by library, then by what else sets them apart from others, in their sequence. */
export function galleryGroups(entries: readonly GalleryEntry[]): GalleryGroup[] {
  const groups = new Map<string, Map<string, GalleryEntry[]>>();
  for (const entry of entries) {
    const { name, library, machine, dtype, output, recordedOn, allRows } = entry;
    const title = marked(name, library.name || 'A library without a name');
    const variants = groups.get(title) ?? new Map<string, GalleryEntry[]>();
    groups.set(title, variants);
    const key = JSON.stringify([library, machine, dtype, output, recordedOn, allRows]);
    variants.set(key, [...(variants.get(key) ?? []), entry]);
  }
  return [...groups].map(([title, variants]) => ({ title, variants: [...variants.values()].map((its) => ({ ...its[0]!, entries: its })) }));
}

/** Whether every word of a search is somewhere in what is known of a recording. */
export function matches(entry: GalleryEntry, search: string): boolean {
  const { name, library, machine } = entry;
  const known = [marked(name, libraryLine(library)), machine.cpu, machine.os, machine.gpu ?? '', machine.note ?? '', plural(machine.threads, 'thread'), formatsText(entry), layerTitle(entry), name].join(' ').toLowerCase();
  return search.toLowerCase().split(/\s+/).every((word) => known.includes(word));
}

/** "1, 2, 4 and 8", or by layer where they differ: "768 → 768 at 1, 2 and 16; 4 → 8 at 1, 2 and 4" */
export function batchesOf({ entries }: GalleryVariant): string {
  const lists = new Map<string, GalleryEntry[]>();
  for (const entry of entries) {
    const text = formatList(entry.batches);
    lists.set(text, [...(lists.get(text) ?? []), entry]);
  }
  return lists.size === 1 ? formatList(entries[0]!.batches) : [...lists].map(([text, its]) => `${formatList(its.map(layerTitle))} at ${text}`).join('; ');
}

/** What the gallery covers. */
export function coverageText(all: readonly GalleryEntry[]): string {
  const entries = all.filter(({ name }) => !isUserRecordingName(name));
  const libraries = [...new Set(entries.map(({ library }) => library.name))];
  const dtypes = [...new Set(entries.map(({ dtype }) => (dtype === 'tf32' ? 'TF32' : dtype)))];
  const onCpu = entries.filter(({ machine }) => machine.gpu === undefined);
  const where = onCpu.length === entries.length ? ' on a CPU, none on a GPU' : `, ${onCpu.length} on a CPU, ${entries.length - onCpu.length} on a GPU`;
  const threads = [...new Set(onCpu.map(({ machine }) => machine.threads))].filter((count) => count !== 1).sort((a, b) => a - b);
  const whole = entries.filter(({ allRows }) => allRows).length;
  return [
    `${plural(entries.length, 'recording')} of ${formatList(dtypes)} linear layers${where}: ${formatList(libraries)}.`,
    `Each${onCpu.length === entries.length ? '' : ' on a CPU'} ran on one thread${threads.length === 0 ? '' : `, or on ${formatList(threads)} where the list says so`}.`,
    `In ${whole} of them all rows of each call were recorded; in the other ${entries.length - whole}, row 0 alone.`,
  ].join(' ');
}

/** "PyTorch 2.13.0, MKL 2024.2, 2 threads", in a list of recordings of one layer. */
export function choiceLabel(entry: GalleryEntry): string {
  return marked(entry.name, [libraryLine(entry.library), ...unusualText(entry)].join(', '));
}

/** What a recording can be compared with: those of its layer, on the same numbers first, of another library before its own. */
export function partnersOf(entry: GalleryEntry, entries: readonly GalleryEntry[]): { readonly same: readonly GalleryEntry[]; readonly other: readonly GalleryEntry[] } {
  const ofLayer = entries.filter((one) => one.name !== entry.name && layerTitle(one) === layerTitle(entry));
  const comparable = (one: GalleryEntry): boolean => one.bias === entry.bias && sameNumbers(one.numbers, entry.numbers) && layerFormats(one).format === layerFormats(entry).format;
  const strangers = ofLayer.filter(({ library }) => library.name !== entry.library.name);
  const inTurn = [...strangers, ...ofLayer.filter((one) => !strangers.includes(one))];
  return { same: inTurn.filter(comparable), other: inTurn.filter((one) => !comparable(one)) };
}
