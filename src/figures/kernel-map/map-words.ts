import { formatsText, libraryInBrackets } from '../../recordings/library-text';
import { isFloat32 } from '../../recordings/recording';
import { formatList, plural, rangesText } from '../../lib/words';
import { marked, recordingTitle, unusualText } from '../../figure-parts/recording-title';
import type { KernelMap, MapPart, MapPlace, MapRow, MapSpan } from './map-rows';
import { alike, isSteady, ordersKey } from './map-rows';

/** "PyTorch 2.13.0", "Your file: PyTorch 2.13.0" */
export function titleOf({ name, library }: MapRow): string {
  return recordingTitle(name, library);
}

/** What tells a row from the others of its library: "2.13.0+cpu, Intel MKL 2024.2-Product", and what is unusual about it. */
export function variantText(row: MapRow): { readonly version: string; readonly details: string } {
  const { library, bias, only } = row;
  const details = [library.backend, ...unusualText(row), ...(bias ? [] : ['no bias']), ...(only === null ? [] : [`row ${only} alone`])];
  return { version: library.version, details: details.filter((text) => text !== '').join(', ') };
}

/** "stdlib 0.4.1", with the backend and formats other than float32 in brackets if another row has the same library. */
export function rowName(row: MapRow, rows: readonly MapRow[]): string {
  const title = titleOf(row);
  return rows.some((other) => other !== row && titleOf(other) === title) ? marked(row.name, libraryInBrackets(row.library, isFloat32(row) ? '' : formatsText(row))) : title;
}

/** The spans after which the order changes. */
function changes({ spans }: MapRow): MapSpan[] {
  return spans.filter(({ next }) => next === 'other');
}

/** "between 1 and 2 and between 8 and 128": the recorded batch sizes between which the order changes. */
export function changesText(row: MapRow): string {
  return formatList(changes(row).map(({ batch, until }) => `between ${batch} and ${until}`));
}

/** "1", "2 and 3", "4 to 128": batch sizes that follow one another in a row, apart from others by commas. */
function runsText(batches: readonly number[], { spans }: MapRow): string {
  const runs: number[][] = [];
  for (const [i, { batch }] of spans.entries()) {
    if (!batches.includes(batch)) continue;
    if (i > 0 && runs.at(-1)?.at(-1) === spans[i - 1]!.batch) runs.at(-1)!.push(batch);
    else runs.push([batch]);
  }
  return formatList(runs.flatMap((run) => (run.length > 2 ? [`${run[0]} to ${run.at(-1)}`] : run.map(String))));
}

/** Where a row changes its order, in one line. */
export function rowText(row: MapRow): string {
  const first = row.spans[0];
  const sizes = (which: (span: MapSpan) => boolean): string => runsText(row.spans.filter(which).map(({ batch }) => batch), row);
  const split = sizes(({ parts }) => parts.length > 1);
  const differ = sizes(({ rowsDiffer }) => rowsDiffer);
  const change = changes(row).length > 0 ? `changes ${changesText(row)}` : row.spans.length === 1 ? `recorded at batch ${first?.batch} only` : `one order from ${first?.batch} to ${row.spans.at(-1)?.batch}`;
  return [
    change,
    ...(split === '' ? [] : [`${plural(Math.max(...row.spans.map(({ parts }) => parts.length)), 'order')} at once at ${split}`]),
    ...(differ === '' ? [] : [`rows of one call differ at ${differ}`]),
  ].join('; ');
}

/** Which outputs a part sums, and in how many rows if not in all; "" for all outputs. */
export function outputsText({ share, columns, rows }: MapPart): string {
  if (share === 1) return '';
  const where = [...(columns === null ? [] : [rangesText(columns, 3)]), ...(rows.some === rows.of ? [] : [`in ${rows.some} of ${plural(rows.of, 'row')}`])].join(' ');
  return `${Math.round(share * 100)} % of the outputs${where && `: ${where}`}`;
}

/** The libraries that keep one order at every recorded size: "NumPy 2.4.6 and ONNX Runtime Web 1.30.0 (2 of its 3)". */
function steadyText(rows: readonly MapRow[]): string {
  const names = [...new Set(rows.map(titleOf))];
  const texts = names.flatMap((name) => {
    const its = rows.filter((row) => titleOf(row) === name);
    const steady = its.filter((row) => row.spans.length > 1 && isSteady(row)).length;
    return steady === 0 ? [] : [steady === its.length ? name : `${name} (${steady} of its ${its.length})`];
  });
  return formatList(texts);
}

/** How many recordings change their order, and which never do, in sentences. */
export function mapFinding({ rows, orders }: KernelMap): string {
  const steady = rows.filter((row) => row.spans.length > 1 && isSteady(row)).length;
  const atOne = rows.filter((row) => row.spans[0]?.batch === 1 && row.spans[0].next === 'other').length;
  const later = rows.filter((row) => changes(row).some(({ batch }) => batch > 1)).length;
  const never = steady === 0 ? 'None keeps one order throughout.' : `${steady} ${steady === 1 ? 'keeps' : 'keep'} one order throughout: ${steadyText(rows)}.`;
  return `${plural(orders.size, 'order')} in ${plural(rows.length, 'recording')}: ${atOne} ${atOne === 1 ? 'changes' : 'change'} between batch 1 and the next recorded size, ${later} at a larger one. ${never}`;
}

/** Which recorded batch sizes share an order: "1 has an order to itself; 2 and 3 share one; 4, 8 and 128 share one". */
export function sharingText({ spans }: MapRow): string {
  const groups = new Map<string, number[]>();
  for (const span of spans) {
    const key = ordersKey(span.parts);
    groups.set(key, [...(groups.get(key) ?? []), span.batch]);
  }
  return [...groups.values()].map((batches) => `${formatList(batches)} ${batches.length === 1 ? 'has an order to itself' : 'share one'}`).join('; ');
}

/** Those of `batches` that a row sums in the same orders as its first batch size. */
export function likeFirst({ spans }: MapRow, batches: readonly number[]): number[] {
  return spans.filter((span) => batches.includes(span.batch) && alike(spans[0]!, span)).map(({ batch }) => batch);
}

/** "1 row", "2 and 3 rows", "4 to 128 rows" */
function rowsText(batches: readonly number[], row: MapRow): string {
  return batches.length === 1 && batches[0] === 1 ? '1 row' : `${runsText(batches, row)} rows`;
}

const ORDINALS = ['one order', 'another', 'a third', 'a fourth', 'a fifth'];

/** "1 row in one order, 2 and 3 rows in another and 4 to 128 rows in a third"; null if there are too many to list. */
function waysText(row: MapRow): string | null {
  const groups: { readonly way: string; readonly span: MapSpan; readonly batches: number[] }[] = [];
  for (const span of row.spans) {
    const way = ordersKey(span.parts);
    if (groups.at(-1)?.way === way) groups.at(-1)!.batches.push(span.batch);
    else groups.push({ way, span, batches: [span.batch] });
  }
  /** Those of one order alone. */
  const ways = [...new Set(groups.filter(({ span }) => span.parts.length === 1).map(({ way }) => way))];
  const texts = groups.map(({ way, span: { parts }, batches }, i) => {
    const place = ways.indexOf(way);
    const again = groups.findIndex((group) => group.way === way) < i;
    const how = place === -1 ? `${parts.length} orders at once` : again && place === 0 ? 'the first' : ORDINALS[place];
    return how === undefined ? null : `${rowsText(batches, row)} in ${how}`;
  });
  return texts.includes(null) ? null : formatList(texts as string[]);
}

/** A readout has no more characters, so that it is read and not searched. */
export const LONGEST_READOUT = 200;

/** "PyTorch 2.13": enough of a version to know it by. */
function shortTitle({ name, library }: MapRow): string {
  return recordingTitle(name, { ...library, version: /^\d+(\.\d+)?/.exec(library.version)?.[0] ?? library.version });
}

/** What to see in a row, in a sentence, and which orders a batch size has. */
export function readoutText({ row, span }: MapPlace, { orders }: KernelMap): string {
  const sizes = row.spans.map(({ batch }) => batch);
  const title = shortTitle(row);
  const ways = waysText(row);
  const other = changes(row).length;
  const digits = 'where the colour changes, digits can change';
  const sentences =
    other === 0
      ? [`As recorded, ${title} adds up ${row.only === null ? rowsText(sizes, row) : `row ${row.only} of calls of ${rowsText(sizes, row)}`} in the same ${span.parts.length === 1 ? 'order' : 'orders'}, with the same digits.`]
      : [...(ways === null ? [] : [`As recorded, ${title} adds up ${ways}; ${digits}.`, `As recorded, ${title} adds up ${ways}.`]), `As recorded, ${title} changes its orders ${plural(other, 'time')} from ${sizes[0]} to ${sizes.at(-1)} rows; ${digits}.`];
  const letters = span.parts.map(({ key }) => orders.get(key)!.mark.letter);
  const here = `${span.batch === 1 ? '1 row' : `${span.batch} rows`}: ${letters.length === 1 ? 'order' : 'orders'} ${letters.length > 3 ? `${letters.slice(0, 2).join(', ')} and ${letters.length - 2} more` : formatList(letters)}${span.rowsDiffer ? '; rows of this call differ' : ''}${row.only === null ? '' : `; row ${row.only} alone is known`}.`;
  return sentences.map((sentence) => `${sentence} ${here}`).find((text) => text.length <= LONGEST_READOUT) ?? here;
}
