import type { Order } from './order';
import { Op, STEP } from './order';
import { OrderBuilder } from './order-builder';

/** The same tree without its bias, for comparing two layers of which only one has a bias. Linear, no recursion. */
export function withoutBias(order: Order): Order {
  if (!order.bias || order.products === 0) return order;
  const { steps } = order;
  const builder = new OrderBuilder();
  for (let at = 0; at < steps.length; at += STEP) {
    const op = steps[at]!;
    const starts = op === Op.Start || op === Op.StartFused || op === Op.StartBias;
    if (starts && at > 0) builder.open();
    if (op === Op.Merge) builder.close();
    else if (op !== Op.StartBias && op !== Op.AddBias) builder.run(steps[at + 1]!, steps[at + 2]!, steps[at + 3]!, op === Op.StartFused || op === Op.AddFused);
  }
  return builder.finish();
}
