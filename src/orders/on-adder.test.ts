import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FactorFormat } from '../numerics/formats';
import type { AdderName } from '../numerics/group-sizes';
import { ADDER_NAMES, productsPerStep } from '../numerics/group-sizes';
import { makeFamily } from './families';
import { familyOf, ON_ADDERS } from './family-text';
import { onAdder } from './on-adder';
import { printWrittenOrder } from './print-order';
import { parseWrittenOrder } from './written-order';

const FORMATS: readonly FactorFormat[] = ['bfloat16', 'float16', 'tf32', 'float8_e4m3', 'float8_e5m2'];
const taking = (format: FactorFormat): AdderName[] => ADDER_NAMES.filter((name) => productsPerStep(name, format) !== null);

/** Two adders and a format that both take. */
const pair = fc.constantFrom(...FORMATS).chain((format) => fc.record({ format: fc.constant(format), here: fc.constantFrom(...taking(format)), there: fc.constantFrom(...taking(format)) }));

function cut(text: string, adder: AdderName, size: number): string {
  const order = parseWrittenOrder(text);
  if (!order.ok) throw new Error(order.error.message);
  return printWrittenOrder(onAdder(order.value, adder, size), ',');
}

describe('an order on another adder', () => {
  it('is the family on that adder', () => {
    const families = fc.record({ name: fc.constantFrom(...ON_ADDERS), parameter: fc.integer({ min: 1, max: 70 }), K: fc.integer({ min: 1, max: 300 }), bias: fc.constantFrom('none', 'first', 'last', 'after-first-block') });
    fc.assert(
      fc.property(pair, families, ({ format, here, there }, { name, parameter, K, bias }) => {
        const on = (adder: AdderName) => makeFamily(familyOf(name, parameter, 'in-order', adder), K, { fused: false, bias, factors: format });
        expect(onAdder(on(here), there, productsPerStep(there, format)!)).toEqual(on(there));
      }),
    );
  });

  it('has the groups along each run cut anew, and all else as it was', () => {
    expect(cut('{0..31}*16,b@h100', 'a100', 8)).toBe('{0..31}*8,b@a100');
    expect(cut('{0..7},{8..23},(*24..26,{27..30}),b@h100', 'b200', 16)).toBe('{0..23}*16,(*24..26,{27..30}),b@b200');
    expect(cut('{3..0},4,{5..12}@a100', 'h100', 16)).toBe('{3..0},4,{5..12}@h100');
    expect(cut('{0},{2},{4..8:2},{1..7:2}@a100', 'v100', 4)).toBe('{0..8:2}*4,{1..7:2}@v100');
  });

  it('is the same object where it has no groups', () => {
    const order = makeFamily({ name: 'sequential' }, 9, { fused: true, bias: 'last' });
    expect(onAdder(order, 'a100', 8)).toBe(order);
  });

  it('takes brackets 20,000 deep, one call for all', () => {
    const depth = 20_000;
    const text = `${Array.from({ length: depth }, (_, k) => `{${k}}`).join(',(')}${')'.repeat(depth - 1)}@a100`;
    expect(cut(text, 'h100', 16)).toBe(text.replace('a100', 'h100'));
  });
});
