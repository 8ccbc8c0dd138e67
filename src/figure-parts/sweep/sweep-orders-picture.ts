import type { SweepResult } from '../../store/results';
import { batchesText, capital, formatCount, formatList, plural } from '../../lib/words';
import type { MatrixPicture } from '../difference-map/matrix-picture';
import { ordersPicture } from '../difference-map/orders-picture';
import { batchOrders, sweepOrders } from './sweep-orders';

/** The order that each output takes in calls of each batch size. */
export function sweepOrdersPicture(sweep: SweepResult): MatrixPicture {
  const { batches: lines, layer: { outFeatures: columns } } = sweep.spec;
  const parts = sweep.rows.map(({ batch, orders, provenance }) => ({ rows: [[lines.indexOf(batch), lines.indexOf(batch)] as const], orders, provenance }));
  const picture = ordersPicture(parts, sweepOrders(sweep), {
    lines,
    columns,
    rowTitle: 'batch',
    label: `Orders of addition, ${plural(lines.length, 'batch size')} by ${plural(columns, 'output')}`,
    caption: 'The order in which each call adds up each output of the row',
  });
  return { ...picture, rowOrders: batchOrders(sweep) };
}

/** Which orders the calls take, in sentences. */
export function sweepOrdersFinding({ spec: { batches }, rows }: SweepResult): string[] {
  if (rows.length < batches.length) return [`${rows.length} of ${batches.length} batch sizes are done.`];
  const orders = new Set(rows.flatMap((row) => row.orders.map(({ key }) => key)));
  if (orders.size === 1) return [`One order adds up all outputs at ${plural(rows.length, 'batch size')}.`];
  const sentences = [`${formatCount(orders.size)} orders are at work at ${plural(rows.length, 'batch size')}.`];
  const users = [...orders].map((key) => rows.filter((row) => row.orders.some((use) => use.key === key)).map(({ batch }) => batch));
  const shared = [...new Set(users.filter((sizes) => sizes.length > 1).map(formatList))];
  if (shared.length > 0) sentences.push(`One is shared by batches ${shared.join('; one by batches ')}.`);
  const mixed = rows.filter((row) => row.orders.length > 1).map(({ batch }) => batch);
  sentences.push(mixed.length === 0 ? 'In each call, all outputs take the same one.' : `${capital(batchesText(mixed))} ${mixed.length === 1 ? 'uses' : 'use'} several: which one depends on the output.`);
  return sentences;
}
