import type { OrderMark } from '../../charts/order-mark';
import { shortOrder } from '../../charts/short-order';
import type { OrderUse, Provenance } from '../../experiments/order-schedule';
import type { IndexRange } from '../../linear/index-ranges';
import { indexCount, indicesOf } from '../../linear/index-ranges';
import { formatCount, plural } from '../../lib/words';
import type { MatrixPicture } from './matrix-picture';
import { modelledMark, provenanceAt } from './modelled-mark';

/** Rows of a map that are added up alike. */
export interface OrderedRows {
  readonly rows: readonly IndexRange[];
  readonly orders: readonly OrderUse[];
  readonly provenance: Provenance;
}

/** An order on a map, and how many of its outputs take it. */
export interface UsedOrder extends Pick<OrderUse, 'key' | 'text'> {
  readonly mark: OrderMark;
  readonly outputs: number;
}

/** The orders of a map, in the sequence of its rows. */
export function usedOrders(parts: readonly OrderedRows[], marks: ReadonlyMap<string, OrderMark>): UsedOrder[] {
  const found = new Map<string, UsedOrder>();
  for (const { rows, orders } of parts) {
    for (const { key, text, columns } of orders) {
      const outputs = (found.get(key)?.outputs ?? 0) + indexCount(rows) * indexCount(columns);
      found.set(key, { key, text, mark: marks.get(key)!, outputs });
    }
  }
  return [...found.values()];
}

/** The order that each output takes: the tiles of the kernel. Rows in none of the parts are not computed yet. */
export function ordersPicture(parts: readonly OrderedRows[], marks: ReadonlyMap<string, OrderMark>, shown: Pick<MatrixPicture, 'lines' | 'columns' | 'rowTitle' | 'label' | 'caption'>): MatrixPicture {
  const { lines, columns, rowTitle } = shown;
  const orders = usedOrders(parts, marks);
  const places = new Map(orders.map(({ key }, place) => [key, place]));
  const values = new Float64Array(lines.length * columns).fill(NaN);
  for (const { rows, orders: uses } of parts) {
    for (const row of indicesOf(rows)) {
      for (const { key, columns: ranges } of uses) for (const [from, to] of ranges) values.fill(places.get(key)!, row * columns + from, row * columns + to + 1);
    }
  }
  return {
    ...shown,
    rows: lines.map(String),
    columnTitle: 'output',
    values,
    scale: { kind: 'orders', orders: orders.map(({ mark, text, outputs }) => ({ mark, text, count: `${formatCount(outputs)} of ${plural(values.length, 'output')}` })) },
    describe: (row, column) => {
      const order = orders[values[row * columns + column]!];
      return `${rowTitle} ${lines[row]}, output ${column}: ${order === undefined ? 'not computed yet' : `order ${order.mark.letter}, ${shortOrder(order.text)}${modelledMark(provenanceAt(parts, row))}`}`;
    },
  };
}
