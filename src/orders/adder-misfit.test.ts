import { describe, expect, it } from 'vitest';
import type { FactorFormat } from '../numerics/formats';
import type { AdderName } from '../numerics/group-sizes';
import { adderMisfit } from './adder-misfit';
import { parseOrder } from './parse-order';

function misfit(text: string, adder: AdderName | null, format: FactorFormat): string | null {
  const order = parseOrder(text, { adder });
  if (!order.ok) throw new Error(order.error.message);
  return adderMisfit(order.value, format);
}

describe('an adder and the groups of an order', () => {
  it('fit if no group is larger than one step takes of the format', () => {
    expect(misfit('{0..63}*16 + b', 'h100', 'bfloat16')).toBeNull();
    expect(misfit('{0..63}*8 + ({64..68}*4)', 'h100', 'tf32')).toBeNull();
    expect(misfit('0..63 + b', null, 'float16')).toBeNull();
  });

  it('do not where one is, wherever it is', () => {
    expect(misfit('{0..7}*8 + ({8..31}*9)', 'h100', 'tf32')).toBe('A group has 9 products, but one step of h100 takes 8 of tf32.');
    expect(misfit('{0..16}*16', 'a100', 'bfloat16')).toBe('A group has 16 products, but one step of a100 takes 8 of bfloat16.');
  });

  it('nor where the adder takes no such factors', () => {
    expect(misfit('{0..7}', 'h100', 'float8_e4m3')).toBe('h100 takes no float8_e4m3, only float16, bfloat16, tf32.');
  });
});
