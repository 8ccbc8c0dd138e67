import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import fixture from './fixtures/float8.json';
import { float8Of, fromFloat8, roundToFloat8 } from './float8';
import type { Float8Format } from './formats';

const FORMATS = ['float8_e4m3', 'float8_e5m2'] as const;
const TABLES: Readonly<Record<Float8Format, readonly string[]>> = { float8_e4m3: fixture.e4m3, float8_e5m2: fixture.e5m2 };
const rounded = fixture.rounded as [Float8Format, string, string, string][];
const any = fc.oneof(fc.double(), fc.double({ min: -1000, max: 1000, noNaN: true }), fc.double({ min: -0.02, max: 0.02, noNaN: true }));

function valueOf(text: string): number {
  if (text === 'nan') return NaN;
  if (text.endsWith('inf')) return text === 'inf' ? Infinity : -Infinity;
  const [numerator, denominator = '1'] = text.split('/');
  return Number(numerator) / Number(denominator);
}

function doubleOf(hex: string): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, BigInt(`0x${hex}`));
  return view.getFloat64(0);
}

describe('float8', () => {
  it.each(FORMATS)('%s has the values of the table, all 256', (format) => {
    const values = TABLES[format].map(valueOf);
    expect(values).toHaveLength(256);
    expect(values.map((_, code) => fromFloat8(format, code))).toEqual(values);
  });

  it.each(FORMATS)('%s codes are found from their values', (format) => {
    for (let code = 0; code < 256; code++) {
      const value = fromFloat8(format, code);
      expect(float8Of(format, value)).toBe(Number.isNaN(value) ? 0x7f : code);
      expect(Object.is(roundToFloat8(format, value), value)).toBe(true);
    }
  });

  it('rounds to the nearest, ties to even, at and beside every midpoint; saturating or not', () => {
    expect(rounded.length).toBeGreaterThan(1000);
    const wrong = rounded.filter(([format, hex, plain, saturated]) => {
      const x = doubleOf(hex);
      return [1, -1].some((sign) => {
        const codes = [float8Of(format, roundToFloat8(format, sign * x)), float8Of(format, roundToFloat8(format, sign * x, true))];
        const top = sign < 0 ? 0x80 : 0;
        const wanted = [parseInt(plain, 16), parseInt(saturated, 16)].map((code) => (code === 0x7f ? code : code | top));
        return codes.some((code, i) => code !== wanted[i]);
      });
    });
    expect(wrong).toEqual([]);
  });

  it('overflows e4m3 to NaN beyond 464, which is nearer to 448 than to a number that is missing, and e5m2 to infinity', () => {
    expect(roundToFloat8('float8_e4m3', 464)).toBe(448);
    expect(roundToFloat8('float8_e4m3', 464.0001)).toBeNaN();
    expect(roundToFloat8('float8_e4m3', -Infinity)).toBeNaN();
    expect(roundToFloat8('float8_e4m3', -Infinity, true)).toBe(-448);
    expect(roundToFloat8('float8_e5m2', 61439.999)).toBe(57344);
    expect(roundToFloat8('float8_e5m2', 61440)).toBe(Infinity);
    expect(roundToFloat8('float8_e5m2', 1e300, true)).toBe(57344);
    expect(roundToFloat8('float8_e5m2', NaN, true)).toBeNaN();
  });

  it('is idempotent, odd and monotone', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FORMATS), any, any, fc.boolean(), (format, x, y, saturating) => {
        const round = (value: number): number => roundToFloat8(format, value, saturating);
        expect(Object.is(round(round(x)), round(x))).toBe(true);
        expect(Object.is(round(-x), -round(x))).toBe(true);
        if (x <= y) expect(round(x) > round(y)).toBe(false);
      }),
    );
  });
});
