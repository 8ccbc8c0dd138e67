import type { Order } from './order';
import { groupSizeOf, Op, opOf, STEP } from './order';
import { OrderBuilder } from './order-builder';

/** The same tree without its bias, for comparing two layers of which only one has a bias. Linear, no recursion. */
export function withoutBias(order: Order): Order {
  if (!order.bias || order.products === 0) return order;
  const { steps } = order;
  const builder = new OrderBuilder(order.adder);
  for (let at = 0; at < steps.length; at += STEP) {
    const op = opOf(steps[at]!);
    const size = groupSizeOf(steps[at]!);
    const starts = op === Op.Start || op === Op.StartFused || op === Op.StartBias || op === Op.StartGroups;
    if (starts && at > 0) builder.open();
    if (op === Op.Merge) builder.close();
    else if (size > 0) builder.groups(steps[at + 1]!, steps[at + 2]!, steps[at + 3]!, size);
    else if (op !== Op.StartBias && op !== Op.AddBias) builder.run(steps[at + 1]!, steps[at + 2]!, steps[at + 3]!, op === Op.StartFused || op === Op.AddFused);
  }
  return builder.finish();
}
