import type { OrderMark } from '../../charts/order-mark';
import type { OrderUse } from '../../experiments/order-schedule';
import type { WholeResult } from '../../store/results';
import { layerOrders } from '../difference-map/layer-orders';
import type { SummaryRow } from '../difference-map/summary-table';
import type { WholeSummary } from './whole-summary';

/** The marks of a whole batch's orders: those of the baseline, then those of the call by row, then `more`. */
export function wholeOrders({ spec, plans }: WholeResult, more: readonly Pick<OrderUse, 'key'>[] = []): ReadonlyMap<string, OrderMark> {
  return layerOrders(spec, [...plans.baseline, ...plans.together.flatMap(({ orders }) => orders), ...more]);
}

/** A whole batch as the only row of a summary table. */
export function wholeSummaryRow(whole: WholeResult, { summary }: WholeSummary): SummaryRow {
  const { batch, together, provenance } = whole.plans;
  const marks = wholeOrders(whole);
  return { batch, orders: [...new Set(together.flatMap(({ orders }) => orders.map(({ key }) => key)))].map((key) => marks.get(key)!), provenance, isBaseline: false, summary };
}
