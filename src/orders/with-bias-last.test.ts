import { expect, it } from 'vitest';
import { parseOrder } from './parse-order';
import { printOrder } from './print-order';
import { withBiasLast } from './with-bias-last';

function biased(text: string): string {
  const order = parseOrder(text, { products: 8, bias: false });
  if (!order.ok) throw new Error(order.error.message);
  return printOrder(withBiasLast(order.value));
}

it('adds the bias to the whole sum and changes nothing else', () => {
  expect(biased('0..7')).toBe('0..7 + b');
  expect(biased('*0..3 + (*4..7)')).toBe('*0..3 + (*4..7) + b');
  expect(biased('0 + (1 + 2 + (3 + *4)) + (5 + (6 + 7))')).toBe('0 + (1 + 2 + (3 + *4)) + (5 + (6 + 7)) + b');
});
