import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import fixture from './fixtures/python-repr.json';
import { pythonRepr } from './python-repr';

const cases = fixture.cases as [string, string][];

describe('pythonRepr', () => {
  it('prints every double of the fixture as CPython does', () => {
    const view = new DataView(new ArrayBuffer(8));
    const differing = cases.flatMap(([hex, text]) => {
      view.setBigUint64(0, BigInt(`0x${hex}`));
      const got = pythonRepr(view.getFloat64(0));
      return got === text ? [] : [`${got} for ${text}`];
    });
    expect(cases.length).toBeGreaterThan(2500);
    expect(differing).toEqual([]);
  });

  it('knows where exponents begin and the special names', () => {
    expect([1e-7, 1e-5, 1e-4, 1e16, 9999999999999998, 1e15].map(pythonRepr)).toEqual([
      '1e-07', '1e-05', '0.0001', '1e+16', '9999999999999998.0', '1000000000000000.0',
    ]);
    expect([NaN, -Infinity, -0, 0, 5e-324, -0.17502069473266602].map(pythonRepr)).toEqual([
      'nan', '-inf', '-0.0', '0.0', '5e-324', '-0.17502069473266602',
    ]);
  });

  it('reads back as the same double', () => {
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => Object.is(Number(pythonRepr(x)), x)));
  });
});
