import { planKey } from '../../experiments/plan-key';
import { formatCount, plural } from '../../lib/words';
import type { MatrixPicture } from '../difference-map/matrix-picture';
import type { UsedOrder } from '../difference-map/orders-picture';
import { ordersPicture, usedOrders } from '../difference-map/orders-picture';
import { rowsText, withNote } from './whole-finding';
import type { PlannedWhole } from './whole-orders';
import { wholeOrders } from './whole-orders';

/** The orders of the call, in the sequence of its rows. */
export function callOrders(whole: PlannedWhole): UsedOrder[] {
  return usedOrders(whole.plans.together, wholeOrders(whole));
}

/** The order that each output of the call takes. */
export function wholeOrdersPicture(whole: PlannedWhole): MatrixPicture {
  const { batch, outFeatures: columns, together } = whole.plans;
  return ordersPicture(together, wholeOrders(whole), {
    lines: Array.from({ length: batch }, (_, row) => row),
    columns,
    rowTitle: 'row',
    label: `Orders of addition, ${plural(batch, 'row')} by ${plural(columns, 'output')}`,
    caption: `The order in which one call of ${plural(batch, 'row')} adds up each output`,
  });
}

/** Which order the outputs of the call take, in sentences, and how that is known. */
export function ordersFinding(whole: PlannedWhole): string[] {
  const { together, batch, outFeatures } = whole.plans;
  const orders = callOrders(whole);
  if (orders.length === 1) return withNote(whole, [`One order adds up all ${plural(batch * outFeatures, 'output')} of the call.`]);
  const begins = new Map([...together].reverse().map((one) => [planKey(one.orders), one.rows[0]![0]]));
  const what = `${formatCount(orders.length)} orders are at work in one call of ${plural(batch, 'row')}.`;
  if (begins.size === 1) return withNote(whole, [what, 'They follow the outputs; every row has the same.']);
  return withNote(whole, [what, `Which one an output takes depends on where its row stands, too: there are ${begins.size} kinds of rows, which begin at ${rowsText([...begins.values()].sort((a, b) => a - b))}.`]);
}
