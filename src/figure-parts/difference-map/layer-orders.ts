import type { OrderMark } from '../../charts/order-mark';
import type { LayerSpec } from '../../experiments/layer-spec';
import { methodKey, resolveMethod } from '../../experiments/resolve-method';
import type { OrderSchedule, OrderUse } from '../../experiments/order-schedule';
import { orderMarks } from '../order-colours';

interface LayerOrders {
  readonly layer: Pick<LayerSpec, 'inFeatures' | 'bias' | 'format'>;
  readonly schedule: OrderSchedule;
}

/**
 * The marks of the orders that some calls of a layer use. Orders that the reader chose come first, used or not, so that
 * they look the same on the map as in their controls.
 */
export function layerOrders({ layer: { inFeatures, bias, format }, schedule }: LayerOrders, uses: Iterable<Pick<OrderUse, 'key'>> = []): ReadonlyMap<string, OrderMark> {
  const entries = schedule.kind === 'thresholds' ? schedule.entries : [];
  const chosen = entries.flatMap(({ method }) => {
    const resolved = resolveMethod(method, inFeatures, bias, format);
    return resolved.ok ? [methodKey(resolved.value)] : [];
  });
  return orderMarks([...chosen, ...[...uses].map(({ key }) => key)]);
}
