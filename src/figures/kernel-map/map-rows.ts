import { layerTitle } from '../../lib/words';
import type { OrderMark } from '../../charts/order-mark';
import { orderMarks } from '../../figure-parts/order-colours';
import type { IndexRange } from '../../linear/index-ranges';
import { indexCount } from '../../linear/index-ranges';
import type { ColumnOrder } from '../../linear/sum-method';
import type { Order } from '../../orders/order';
import { orderKey } from '../../orders/order-key';
import { withoutBias } from '../../orders/without-bias';
import type { GalleryEntry } from '../../recordings/gallery-entry';
import { commonEntries } from '../../recordings/gallery-entry';
import type { RecordedLibrary, RecordedMachine, RecordedOperation, Recording } from '../../recordings/recording';
import { firstRow, knowsAllRows } from '../../recordings/recording';
import { isUserRecordingName } from '../../recordings/user-recording-name';
import type { NamedRecording } from '../../figure-parts/gallery/use-recordings';
import { marked } from '../../figure-parts/recording-title';

/** One order of a call, with the share of all its recorded outputs that it sums, 0 to 1. */
export interface MapPart {
  readonly key: string;
  readonly share: number;
  /** The outputs that it sums in each of these rows; null if they differ from row to row. */
  readonly columns: readonly IndexRange[] | null;
  /** The number of recorded rows in which it sums outputs, of all that were recorded. */
  readonly rows: { readonly some: number; readonly of: number };
}

/** Rows of one call that are summed alike. */
export interface MapClass {
  readonly rows: readonly IndexRange[];
  /** Equal for rows whose outputs are summed in the same orders. */
  readonly ways: string;
}

/** A recorded batch size and what is known up to the next one. */
export interface MapSpan {
  readonly batch: number;
  readonly parts: readonly MapPart[];
  readonly classes: readonly MapClass[];
  /** The next recorded batch size; null for the last. */
  readonly until: number | null;
  /** Whether the next recorded batch size is `alike`; null for the last. */
  readonly next: 'same' | 'other' | null;
  /** Whether the recorded batch size before it is not alike; true for the first. */
  readonly opens: boolean;
  /** Whether some recorded rows of the call are summed otherwise than others. */
  readonly rowsDiffer: boolean;
}

/** One recording, as a row of the map. */
export interface MapRow extends RecordedOperation {
  readonly name: string;
  readonly library: RecordedLibrary;
  readonly machine: RecordedMachine;
  /** The row that is known of each call; null if all are. */
  readonly only: number | null;
  readonly spans: readonly MapSpan[];
}

/** A place on the map: a recorded batch size in a row. */
export interface MapPlace {
  readonly row: MapRow;
  readonly span: MapSpan;
}

/** One distinct order on the map. */
export interface MapOrder {
  readonly key: string;
  /** Its letter and colour, assigned in the sequence in which the rows first use the orders. */
  readonly mark: OrderMark;
  readonly text: string;
  readonly order: Order;
  /** Letters of the orders that differ from it only in the bias. */
  readonly twins: readonly string[];
  readonly uses: readonly { readonly row: MapRow; readonly batches: readonly number[] }[];
}

export interface KernelMap {
  readonly rows: readonly MapRow[];
  readonly orders: ReadonlyMap<string, MapOrder>;
  /** The batch sizes that were recorded in any row, ascending. */
  readonly batches: readonly number[];
}

type KeyOf = (order: Order) => string;

/** Rows that are summed alike, and which outputs each of their orders sums. */
interface ClassColumns {
  readonly rows: readonly IndexRange[];
  readonly byOrder: ReadonlyMap<string, readonly IndexRange[]>;
}

/** The orders of one batch size over all its recorded rows, each with its share of their outputs. */
function partsOf(classes: readonly ClassColumns[], N: number): MapPart[] {
  const parts = new Map<string, { columns: readonly IndexRange[] | null; outputs: number; rows: number }>();
  let rowCount = 0;
  for (const { rows, byOrder } of classes) {
    const count = indexCount(rows);
    rowCount += count;
    for (const [key, columns] of byOrder) {
      const { columns: before, ...known } = parts.get(key) ?? { columns, outputs: 0, rows: 0 };
      const same = JSON.stringify(before) === JSON.stringify(columns);
      parts.set(key, { columns: same ? columns : null, outputs: known.outputs + count * indexCount(columns), rows: known.rows + count });
    }
  }
  return [...parts].map(([key, { columns, outputs, rows }]) => ({ key, columns, share: outputs / (N * rowCount), rows: { some: rows, of: rowCount } }));
}

/** The outputs of a row by their order. */
function columnsByOrder(plan: readonly ColumnOrder[], keyOf: KeyOf): Map<string, readonly IndexRange[]> {
  const found = new Map<string, IndexRange[]>();
  for (const { columns, order } of plan) found.set(keyOf(order), [...(found.get(keyOf(order)) ?? []), ...columns]);
  return new Map([...found].map(([key, columns]) => [key, columns.sort((a, b) => a[0] - b[0])]));
}

function classOf({ rows, byOrder }: ClassColumns): MapClass {
  return { rows, ways: JSON.stringify([...byOrder].sort(([a], [b]) => (a < b ? -1 : 1))) };
}

/** Equal for calls with the same orders, wherever these are. */
export function ordersKey(parts: readonly MapPart[]): string {
  return parts.map(({ key }) => key).sort().join();
}

/** Whether two calls have the same orders, and every row that is known of both is summed alike in both, output by output. */
export function alike({ parts: here, classes: a }: MapSpan, { parts: there, classes: b }: MapSpan): boolean {
  const meet = (one: MapClass, other: MapClass): boolean => one.rows.some(([from, to]) => other.rows.some(([first, last]) => first <= to && from <= last));
  return ordersKey(here) === ordersKey(there) && a.every((one) => b.every((other) => one.ways === other.ways || !meet(one, other)));
}

function spansOf({ calls, operation }: Recording, keyOf: KeyOf): MapSpan[] {
  const alone = calls.map((call, i): MapSpan => {
    const classes = call.classes.map(({ rows, plan }): ClassColumns => ({ rows, byOrder: columnsByOrder(plan, keyOf) }));
    const parts = partsOf(classes, operation.outFeatures);
    return { batch: call.batch, parts, classes: classes.map(classOf), until: calls[i + 1]?.batch ?? null, next: null, opens: true, rowsDiffer: parts.some(({ columns, rows }) => columns === null || rows.some < rows.of) };
  });
  const same = alone.slice(1).map((span, i) => alike(alone[i]!, span));
  return alone.map((span, i) => ({ ...span, next: i === same.length ? null : same[i] === true ? 'same' : 'other', opens: i === 0 || !same[i - 1]! }));
}

/** The recordings of one layer. They share a map, because the length of a sum decides which orders are possible. */
export interface MapLayer {
  /** "768 → 768" */
  readonly title: string;
  readonly entries: readonly GalleryEntry[];
}

/** The recorded layers, those with most weights first. */
export function mapLayers(entries: readonly GalleryEntry[]): MapLayer[] {
  const layers = new Map<string, GalleryEntry[]>();
  const sorted = [...entries].sort((a, b) => b.inFeatures * b.outFeatures - a.inFeatures * a.outFeatures);
  for (const entry of sorted) layers.set(layerTitle(entry), [...(layers.get(layerTitle(entry)) ?? []), entry]);
  return [...layers].map(([title, ofLayer]) => ({ title, entries: ofLayer }));
}

/** The recordings of a layer that are shown before the reader asks for all, by name: one of each of the common libraries, and the reader's own. */
export function shownAtFirst({ entries }: MapLayer): string[] {
  const common = commonEntries(entries.filter(({ name }) => !isUserRecordingName(name)));
  return entries.filter((entry) => common.includes(entry) || isUserRecordingName(entry.name)).map(({ name }) => name);
}

/** Rows of one library that stand together. */
export interface MapGroup {
  /** "PyTorch", "Your file: PyTorch" */
  readonly title: string;
  readonly rows: readonly MapRow[];
}

/** The rows by library, in their sequence. */
export function mapGroups({ rows }: KernelMap): MapGroup[] {
  const groups = new Map<string, MapRow[]>();
  for (const row of rows) {
    const title = marked(row.name, row.library.name || 'A library without a name');
    groups.set(title, [...(groups.get(title) ?? []), row]);
  }
  return [...groups].map(([title, its]) => ({ title, rows: its }));
}

/** Whether a row keeps one order throughout. */
export function isSteady({ spans }: MapRow): boolean {
  return spans.every(({ next }) => next !== 'other');
}

/** The map of some recordings, in their sequence. */
export function kernelMap(recordings: readonly NamedRecording[]): KernelMap {
  const keys = new Map<Order, string>();
  const keyOf: KeyOf = (order) => keys.get(order) ?? keys.set(order, orderKey(order)).get(order)!;
  const rows = recordings.map(
    ({ name, recording }): MapRow => ({ name, library: recording.library, machine: recording.machine, ...recording.operation, only: recording.calls.every(knowsAllRows) ? null : firstRow(recording.calls[0]!), spans: spansOf(recording, keyOf) }),
  );
  const written = new Map<string, { text: string; order: Order }>();
  for (const { recording } of recordings) {
    for (const { plan } of recording.calls.flatMap(({ classes }) => classes)) {
      for (const { order, orderText } of plan) if (!written.has(keyOf(order))) written.set(keyOf(order), { text: orderText, order });
    }
  }
  const uses = new Map<string, { row: MapRow; batches: number[] }[]>();
  for (const row of rows) {
    for (const { batch, parts } of row.spans) {
      for (const { key } of parts) {
        const known = uses.get(key) ?? uses.set(key, []).get(key)!;
        if (known.at(-1)?.row === row) known.at(-1)!.batches.push(batch);
        else known.push({ row, batches: [batch] });
      }
    }
  }
  const bare = new Map([...uses.keys()].map((key) => [key, orderKey(withoutBias(written.get(key)!.order))]));
  const marks = orderMarks(uses.keys());
  const orders = [...uses].map(([key, where]): [string, MapOrder] => [
    key,
    { key, mark: marks.get(key)!, ...written.get(key)!, twins: [...marks].filter(([other]) => other !== key && bare.get(other) === bare.get(key)).map(([, { letter }]) => letter), uses: where },
  ]);
  return { rows, orders: new Map(orders), batches: [...new Set(rows.flatMap(({ spans }) => spans.map(({ batch }) => batch)))].sort((a, b) => a - b) };
}
