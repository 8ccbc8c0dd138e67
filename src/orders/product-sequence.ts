import type { Order } from './order';
import { Op, opOf, STEP } from './order';

/** The products in the sequence in which an order is written. */
export function productSequence({ products, steps }: Order): Int32Array {
  const sequence = new Int32Array(products);
  let written = 0;
  for (let at = 0; at < steps.length; at += STEP) {
    const op = opOf(steps[at]!);
    if (op === Op.StartBias || op === Op.AddBias || op === Op.Merge) continue;
    for (let i = 0; i < steps[at + 3]!; i++) sequence[written++] = steps[at + 1]! + i * steps[at + 2]!;
  }
  return sequence;
}
