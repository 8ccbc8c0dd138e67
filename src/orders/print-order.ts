import type { Order } from './order';
import { groupSizeOf, Op, opOf, STEP } from './order';

function runText(first: number, step: number, count: number, fused: boolean): string {
  const star = fused ? '*' : '';
  if (count === 1) return `${star}${first}`;
  const last = first + (count - 1) * step;
  return Math.abs(step) === 1 ? `${star}${first}..${last}` : `${star}${first}..${last}:${Math.abs(step)}`;
}

function groupText(first: number, step: number, count: number, size: number): string {
  return `{${runText(first, step, count, false)}}${count > size ? `*${size}` : ''}`;
}

/**
 * The order in the notation, canonical: two orders print alike only if they are the same tree, term for term.
 * The adder of its groups is not in the text. `','` for `separator` gives the form that URLs carry. Linear in the length of the text; no recursion.
 */
export function printOrder(order: Order, separator: ' + ' | ',' = ' + '): string {
  const { steps } = order;
  const text: string[] = [];
  /** Where in `text` each unfinished sum begins. */
  const sums: number[] = [];
  for (let at = 0; at < steps.length; at += STEP) {
    const op = opOf(steps[at]!);
    if (op === Op.Merge) {
      const begin = sums.pop()!;
      text[begin] = `${separator}(${text[begin]!}`;
      text.push(')');
      continue;
    }
    const starts = op === Op.Start || op === Op.StartFused || op === Op.StartBias || op === Op.StartGroups;
    if (starts) sums.push(text.length);
    else text.push(separator);
    const size = groupSizeOf(steps[at]!);
    if (op === Op.StartBias || op === Op.AddBias) text.push('b');
    else if (size > 0) text.push(groupText(steps[at + 1]!, steps[at + 2]!, steps[at + 3]!, size));
    else text.push(runText(steps[at + 1]!, steps[at + 2]!, steps[at + 3]!, op === Op.StartFused || op === Op.AddFused));
  }
  return text.join('');
}

/**
 * An order as one text: in the notation, with the adder of its groups, if it has any, behind an `@`: `{0..767}*16,b@h100`.
 * Two orders print alike only if they are the same tree on the same adder. `','` for `separator` gives the form that URLs carry.
 */
export function printWrittenOrder(order: Order, separator: ' + ' | ',' = ' + '): string {
  const text = printOrder(order, separator);
  if (order.adder === null) return text;
  return separator === ',' ? `${text}@${order.adder}` : `${text} @ ${order.adder}`;
}
