import { mix32 } from './hash';
import type { Order } from './order';
import { groupSizeOf, Op, opOf, STEP } from './order';

/**
 * A short text that two orders share if they are the same tree up to commuting sums and the products of a group (which changes
 * no bit), and otherwise only with probability about 2⁻⁶⁴. It ends with the name of the adder, if there is one. For colours
 * and for "same order?"; linear, no recursion.
 */
export function orderKey(order: Order): string {
  return [0x243f6a88, 0x85a308d3].map((salt) => hashTree(order, salt).toString(16).padStart(8, '0')).join('') + (order.adder ?? '');
}

function hashTree({ steps }: Order, salt: number): number {
  const leaf = (k: number): number => mix32(k + salt);
  const plain = (a: number, b: number): number => mix32((a + b + Math.imul(a ^ b, 0x9e3779b1)) ^ salt);
  const fused = (sum: number, product: number): number => mix32(Math.imul(sum, 0x01000193) + (product ^ ~salt));
  const bias = mix32(~salt);
  const group = (sum: number, products: number): number => mix32(Math.imul(sum, 0x01000193) + (products ^ salt));
  const stack: number[] = [];
  let top = 0;
  for (let at = 0; at < steps.length; at += STEP) {
    const op = opOf(steps[at]!);
    const size = groupSizeOf(steps[at]!);
    const first = steps[at + 1]!;
    const step = steps[at + 2]!;
    const count = steps[at + 3]!;
    if (op === Op.Merge) top = plain(top, stack.pop()!);
    else if (op === Op.AddBias) top = plain(top, bias);
    else if (op === Op.StartBias) {
      stack.push(top);
      top = bias;
    } else if (size > 0) {
      if (op === Op.StartGroups) {
        stack.push(top);
        top = 0;
      }
      for (let from = 0; from < count; from += size) {
        let products = 0;
        for (let i = from; i < Math.min(from + size, count); i++) products = (products + leaf(first + i * step)) | 0;
        top = group(top, products);
      }
    } else {
      const starts = op === Op.Start || op === Op.StartFused;
      if (starts) {
        stack.push(top);
        top = leaf(first);
      }
      const join = op === Op.StartFused || op === Op.AddFused ? fused : plain;
      for (let i = starts ? 1 : 0; i < count; i++) top = join(top, leaf(first + i * step));
    }
  }
  return top;
}
