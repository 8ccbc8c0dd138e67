import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBits, MAX_FLOAT32, nextUp } from './float32';
import { ulpDistance, ulpDistance64 } from './ulp';

function ordinal64(x: number): bigint {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, Math.abs(x));
  return x < 0 ? -view.getBigInt64(0) : view.getBigInt64(0);
}

describe('ulpDistance', () => {
  it('counts steps with a sign, across zero', () => {
    expect(ulpDistance(1, 1 + 2 ** -23)).toBe(1);
    expect(ulpDistance(1 + 2 ** -23, 1)).toBe(-1);
    expect(ulpDistance(-(2 ** -149), 2 ** -149)).toBe(2);
    expect(Object.is(ulpDistance(0, -0), 0)).toBe(true);
    expect(ulpDistance(MAX_FLOAT32, Infinity)).toBe(1);
    expect(ulpDistance(-Infinity, Infinity)).toBe(2 * 0x7f800000);
  });

  it('defines NaN', () => {
    expect(ulpDistance(NaN, NaN)).toBe(0);
    expect(ulpDistance(NaN, 1)).toBeNaN();
    expect(ulpDistance(Infinity, NaN)).toBeNaN();
  });

  it('is antisymmetric and one per step', () => {
    const number = fc.integer({ min: 0, max: 0xffffffff }).map(fromBits).filter((x) => Math.abs(x) < Infinity);
    fc.assert(fc.property(number, number, (a, b) => ulpDistance(a, b) + ulpDistance(b, a) === 0));
    fc.assert(fc.property(number, (a) => ulpDistance(a, nextUp(a)) === 1));
  });
});

describe('ulpDistance64', () => {
  it('is the difference of the 64-bit ordinals, rounded to a double', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), (a, b) =>
        Object.is(ulpDistance64(a, b), Number(ordinal64(b) - ordinal64(a))),
      ),
    );
  });

  it('counts near, across zero and at infinity', () => {
    expect(ulpDistance64(1, 1 + 2 ** -52)).toBe(1);
    expect(ulpDistance64(1, 1 - 2 ** -53)).toBe(-1);
    expect(ulpDistance64(-5e-324, 5e-324)).toBe(2);
    expect(ulpDistance64(Number.MAX_VALUE, Infinity)).toBe(1);
    expect(Object.is(ulpDistance64(-0, 0), 0)).toBe(true);
    expect(ulpDistance64(-Infinity, Infinity)).toBe(2 * 0x7ff * 2 ** 52);
    expect(ulpDistance64(NaN, NaN)).toBe(0);
    expect(ulpDistance64(NaN, 0)).toBeNaN();
  });
});
