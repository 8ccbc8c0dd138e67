import type { Order } from './order';
import { Op, STEP } from './order';
import { OrderBuilder } from './order-builder';

/** The same tree with the bias added last, as in a library whose gemm takes no bias. Linear, no recursion. */
export function withBiasLast(order: Order): Order {
  if (order.bias) return order;
  const { steps } = order;
  const builder = new OrderBuilder();
  for (let at = 0; at < steps.length; at += STEP) {
    const op = steps[at]!;
    if ((op === Op.Start || op === Op.StartFused) && at > 0) builder.open();
    if (op === Op.Merge) builder.close();
    else builder.run(steps[at + 1]!, steps[at + 2]!, steps[at + 3]!, op === Op.StartFused || op === Op.AddFused);
  }
  builder.bias();
  return builder.finish();
}
