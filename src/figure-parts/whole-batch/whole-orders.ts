import type { OrderMark } from '../../charts/order-mark';
import { planKey } from '../../experiments/plan-key';
import type { WholeBatchPlans } from '../../experiments/whole-batch';
import type { WholeResult } from '../../store/results';
import { layerOrders } from '../difference-map/layer-orders';
import type { OrderedCall } from '../difference-map/order-groups';
import type { SummaryRow } from '../difference-map/summary-table';
import type { WholeSummary } from './whole-summary';

/** A whole batch and how it is summed; its numbers may still be missing. */
export type PlannedWhole = Pick<WholeResult, 'spec' | 'plans'>;

/** The marks of a whole batch's orders: those of the baseline, then those of the call by row. */
export function wholeOrders({ spec, plans }: PlannedWhole): ReadonlyMap<string, OrderMark> {
  return layerOrders(spec, [...plans.baseline, ...plans.together].flatMap(({ orders }) => orders));
}

/** The call, once for each class of rows, after the call of a single row or before the call on another adder if that is the baseline. */
export function wholeCalls({ spec, plans }: PlannedWhole): OrderedCall[] {
  const { baseline, together, batch } = plans;
  const { repeatedRow, otherAdder } = spec;
  const classes = (of: WholeBatchPlans['together']): OrderedCall[] => of.map(({ rows, orders, provenance }) => ({ batch, orders, provenance, ...(of.length > 1 && { rows }) }));
  const call = classes(together);
  if (repeatedRow !== null) return call;
  if (otherAdder !== undefined) return changesOrders({ plans }) ? [...call, ...classes(baseline).map((one) => ({ ...one, on: otherAdder }))] : call;
  const { orders, provenance } = baseline[0]!;
  const single = { batch: 1, orders, provenance };
  return batch === 1 ? [single] : [single, ...call];
}

/** Whether the baseline has other orders than the call. */
export function changesOrders({ plans: { together, baseline } }: Pick<PlannedWhole, 'plans'>): boolean {
  const keys = (classes: typeof together): string => JSON.stringify(classes.map(({ orders }) => planKey(orders)));
  return keys(together) !== keys(baseline);
}

/** A whole batch as the only row of a summary table. */
export function wholeSummaryRow(whole: WholeResult, { summary }: WholeSummary): SummaryRow {
  const { batch, provenance, together } = whole.plans;
  const marks = wholeOrders(whole);
  const keys = new Set(together.flatMap(({ orders }) => orders.map(({ key }) => key)));
  return { batch, orders: [...keys].map((key) => marks.get(key)!), provenance, isBaseline: false, summary };
}
