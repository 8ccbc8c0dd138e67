import type { Order } from './order';
import { groupSizeOf, Op, opOf, STEP } from './order';
import { OrderBuilder } from './order-builder';

/** The same tree with the bias added last, as in a library whose gemm takes no bias. Linear, no recursion. */
export function withBiasLast(order: Order): Order {
  if (order.bias) return order;
  const { steps } = order;
  const builder = new OrderBuilder(order.adder);
  for (let at = 0; at < steps.length; at += STEP) {
    const op = opOf(steps[at]!);
    const size = groupSizeOf(steps[at]!);
    if ((op === Op.Start || op === Op.StartFused || op === Op.StartGroups) && at > 0) builder.open();
    if (op === Op.Merge) builder.close();
    else if (size > 0) builder.groups(steps[at + 1]!, steps[at + 2]!, steps[at + 3]!, size);
    else builder.run(steps[at + 1]!, steps[at + 2]!, steps[at + 3]!, op === Op.StartFused || op === Op.AddFused);
  }
  builder.bias();
  return builder.finish();
}
