import type { OrderMark } from '../../charts/order-mark';
import { planKey } from '../../experiments/plan-key';
import type { SweepResult } from '../../store/results';
import { layerOrders } from '../difference-map/layer-orders';
import type { OrderedCall } from '../difference-map/order-groups';

/** The marks of a sweep's orders, and of those on another adder. */
export function sweepOrders(sweep: SweepResult): ReadonlyMap<string, OrderMark> {
  return layerOrders(sweep.spec, sweepCalls(sweep).flatMap(({ orders }) => orders));
}

/** The calls of a sweep, then those on another adder that it adds up otherwise. */
export function sweepCalls({ spec: { otherAdder }, rows }: Pick<SweepResult, 'spec' | 'rows'>): OrderedCall[] {
  const others = rows.flatMap(({ batch, orders, other }) => (other === undefined || otherAdder === undefined || planKey(other.orders) === planKey(orders) ? [] : [{ batch, orders: other.orders, provenance: other.provenance, on: otherAdder }]));
  return [...rows, ...others];
}

/** The marks of each batch size's orders; none until it is done. */
export function batchOrders(sweep: SweepResult): OrderMark[][] {
  const marks = sweepOrders(sweep);
  return sweep.spec.batches.map((batch) => sweep.rows.find((row) => row.batch === batch)?.orders.map(({ key }) => marks.get(key)!) ?? []);
}
