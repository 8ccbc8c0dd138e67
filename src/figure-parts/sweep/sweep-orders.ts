import type { OrderMark } from '../../charts/order-mark';
import type { SweepResult } from '../../store/results';
import { layerOrders } from '../difference-map/layer-orders';

/** The marks of a sweep's orders. */
export function sweepOrders({ spec, rows }: SweepResult): ReadonlyMap<string, OrderMark> {
  return layerOrders(spec, rows.flatMap(({ orders }) => orders));
}

/** The marks of each batch size's orders; none until it is done. */
export function batchOrders(sweep: SweepResult): OrderMark[][] {
  const marks = sweepOrders(sweep);
  return sweep.spec.batches.map((batch) => sweep.rows.find((row) => row.batch === batch)?.orders.map(({ key }) => marks.get(key)!) ?? []);
}
