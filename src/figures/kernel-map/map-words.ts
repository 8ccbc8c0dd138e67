import { libraryInBrackets } from '../../recordings/library-text';
import { formatList, plural, rangesText } from '../../lib/words';
import { marked, recordingTitle } from '../../figure-parts/recording-title';
import type { KernelMap, MapPart, MapRow, MapSpan } from './map-rows';
import { alike, isSteady } from './map-rows';

/** "PyTorch 2.13.0", "Your file: PyTorch 2.13.0" */
export function titleOf({ name, library }: MapRow): string {
  return recordingTitle(name, library);
}

/** "stdlib 0.4.1", with the backend in brackets if another row has the same library. */
export function rowName(row: MapRow, rows: readonly MapRow[]): string {
  const title = titleOf(row);
  return rows.some((other) => other !== row && titleOf(other) === title) ? marked(row.name, libraryInBrackets(row.library)) : title;
}

/** The spans after which the order changes. */
function changes({ spans }: MapRow): MapSpan[] {
  return spans.filter(({ next }) => next === 'other');
}

/** "between 1 and 2 and between 8 and 128": the recorded batch sizes between which the order changes. */
export function changesText(row: MapRow): string {
  return formatList(changes(row).map(({ batch, until }) => `between ${batch} and ${until}`));
}

/** Where a row changes its order, in one line. */
export function rowText(row: MapRow): string {
  const first = row.spans[0];
  const found = changes(row);
  if (found.length === 0) return row.spans.length === 1 ? `recorded at batch ${first?.batch} only` : `one order from ${first?.batch} to ${row.spans.at(-1)?.batch}`;
  const split = row.spans.filter(({ parts }) => parts.length > 1).map(({ batch }) => batch);
  return `changes ${changesText(row)}${split.length === 0 ? '' : `; ${plural(Math.max(...row.spans.map(({ parts }) => parts.length)), 'order')} at once at ${formatList(split)}`}`;
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
  return `${plural(rows.length, 'recording')}, ${plural(orders.size, 'order')}. ${atOne} of the ${rows.length} ${atOne === 1 ? 'changes its' : 'change their'} order between batch 1 and the next recorded size; ${later} ${later === 1 ? 'changes' : 'change'} it at a larger size. ${never}`;
}

/** Which recorded batch sizes share an order: "1 has an order to itself; 2 and 3 share one; 4, 8 and 128 share one". */
export function sharingText({ spans }: MapRow): string {
  const groups = new Map<string, number[]>();
  for (const { batch, parts } of spans) {
    const keys = parts.map(({ key }) => key).sort().join();
    groups.set(keys, [...(groups.get(keys) ?? []), batch]);
  }
  return [...groups.values()].map((batches) => `${formatList(batches)} ${batches.length === 1 ? 'has an order to itself' : 'share one'}`).join('; ');
}

/** Those of `batches` that a row sums in the same orders as its first batch size. */
export function likeFirst({ spans }: MapRow, batches: readonly number[]): number[] {
  const parts = (batch: number): readonly MapPart[] => spans.find((span) => span.batch === batch)?.parts ?? [];
  return batches.filter((batch) => alike(parts(batch), spans[0]?.parts ?? []));
}
