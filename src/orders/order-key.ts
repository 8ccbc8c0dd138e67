import { mix32 } from './hash';
import type { Order } from './order';
import { Op, STEP } from './order';

/**
 * A short text that two orders share if they are the same tree up to commuting sums (which changes no bit), and
 * otherwise only with probability about 2⁻⁶⁴. For colours and for "same order?"; linear, no recursion.
 */
export function orderKey(order: Order): string {
  return [0x243f6a88, 0x85a308d3].map((salt) => hashTree(order, salt).toString(16).padStart(8, '0')).join('');
}

function hashTree({ steps }: Order, salt: number): number {
  const leaf = (k: number): number => mix32(k + salt);
  const plain = (a: number, b: number): number => mix32((a + b + Math.imul(a ^ b, 0x9e3779b1)) ^ salt);
  const fused = (sum: number, product: number): number => mix32(Math.imul(sum, 0x01000193) + (product ^ ~salt));
  const bias = mix32(~salt);
  const stack: number[] = [];
  let top = 0;
  for (let at = 0; at < steps.length; at += STEP) {
    const op = steps[at]!;
    const first = steps[at + 1]!;
    const step = steps[at + 2]!;
    const count = steps[at + 3]!;
    if (op === Op.Merge) top = plain(top, stack.pop()!);
    else if (op === Op.AddBias) top = plain(top, bias);
    else if (op === Op.StartBias) {
      stack.push(top);
      top = bias;
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
