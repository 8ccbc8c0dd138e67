import { describe, expect, it } from 'vitest';
import { parseOrder } from './parse-order';
import { printOrder } from './print-order';
import { withoutBias } from './without-bias';

function bare(text: string): string {
  const order = parseOrder(text);
  if (!order.ok) throw new Error(order.error.message);
  return printOrder(withoutBias(order.value));
}

describe('withoutBias', () => {
  it.each([
    ['0..191 + b', '0..191'],
    ['*0..319 + b + (*320..543) + (*544..767)', '*0..319 + (*320..543) + (*544..767)'],
    ['b + 0..3', '0..3'],
    ['b + *0 + 1', '0 + 1'],
    ['0 + 1 + (b + 2 + 3)', '0 + 1 + (2 + 3)'],
    ['0 + 1 + (2 + b)', '0..2'],
    ['0 + 2 + (1 + 3)', '0 + 2 + (1 + 3)'],
  ])('%s without its bias is %s', (text, expected) => expect(bare(text)).toBe(expected));
});
