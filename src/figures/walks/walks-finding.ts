import { numberText } from '../../lib/number-text';
import { sizeText } from '../../lib/size-text';
import { orderKey } from '../../orders/order-key';
import type { Walk } from './walk';

/** What two walks come to on the same numbers. */
export function walksFinding(left: Walk, right: Walk): string {
  if (orderKey(left.order) === orderKey(right.order)) return `At batch ${left.batch} and batch ${right.batch}, the order is the same, and so are the bits.`;
  const [one, other] = [left.numbers, right.numbers];
  const ends = Object.is(one.result, other.result) ? `both sums are ${numberText(one.result)}` : `the sums are ${numberText(one.result)} and ${numberText(other.result)}`;
  return `On the same numbers, rounding throws away ${sizeText(one.lost)} and ${sizeText(other.lost)}: ${ends}.`;
}
