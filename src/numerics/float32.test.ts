import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bitsOf, fromBits, isFloat32, MAX_FLOAT32, nextDown, nextUp, ordinal, roundPairToFloat32, ulpOf, UNIT_ROUNDOFF } from './float32';

const bits = fc.oneof(
  fc.integer({ min: 0, max: 0xffffffff }),
  fc.constantFrom(0, 0x80000000, 1, 0x80000001, 0x007fffff, 0x00800000, 0x7f7fffff, 0xff7fffff, 0x7f800000, 0xff800000),
);
const number = bits.map(fromBits).filter((x) => !Number.isNaN(x));

describe('float32 bits', () => {
  it('reads and writes known patterns', () => {
    expect(bitsOf(1)).toBe(0x3f800000);
    expect(bitsOf(-0)).toBe(0x80000000);
    expect(bitsOf(-Infinity)).toBe(0xff800000);
    expect(bitsOf(0.1)).toBe(0x3dcccccd);
    expect(fromBits(1)).toBe(2 ** -149);
    expect(fromBits(0x7f7fffff)).toBe(MAX_FLOAT32);
    expect(fromBits(0x7fc00000)).toBeNaN();
    expect(UNIT_ROUNDOFF).toBe(ulpOf(1) / 2);
  });

  it('inverts both ways for every value that is not NaN', () => {
    fc.assert(fc.property(number, (x) => Object.is(fromBits(bitsOf(x)), x) && isFloat32(x)));
  });

  it('tells a float32 from a double', () => {
    expect([0.5, -0, NaN, Infinity, 2 ** -149].every(isFloat32)).toBe(true);
    expect([0.1, 2 ** 24 + 1, 2 ** -150, 2 ** 128].some(isFloat32)).toBe(false);
  });
});

describe('neighbours', () => {
  it('steps across zero, into infinity and out of it', () => {
    expect(nextUp(0)).toBe(2 ** -149);
    expect(nextUp(-0)).toBe(2 ** -149);
    expect(Object.is(nextUp(-(2 ** -149)), -0)).toBe(true);
    expect(Object.is(nextDown(2 ** -149), 0)).toBe(true);
    expect(nextDown(0)).toBe(-(2 ** -149));
    expect(nextUp(MAX_FLOAT32)).toBe(Infinity);
    expect(nextUp(Infinity)).toBe(Infinity);
    expect(nextUp(-Infinity)).toBe(-MAX_FLOAT32);
    expect(nextDown(Infinity)).toBe(MAX_FLOAT32);
    expect(nextUp(NaN)).toBeNaN();
    expect(nextDown(1)).toBe(1 - 2 ** -24);
  });

  it('changes the ordinal by one, and the ordinal keeps the order', () => {
    fc.assert(fc.property(number.filter((x) => x < Infinity), (x) => ordinal(nextUp(x)) - ordinal(x) === 1));
    fc.assert(fc.property(number, number, (x, y) => x < y === ordinal(x) < ordinal(y)));
    expect(ordinal(-0)).toBe(0);
    expect(Object.is(ordinal(-0), 0)).toBe(true);
    expect(ordinal(NaN)).toBeNaN();
  });

  it('spaces finite numbers by their ulp', () => {
    fc.assert(
      fc.property(number.filter((x) => Math.abs(x) < MAX_FLOAT32), (x) => ulpOf(x) === nextUp(Math.abs(x)) - Math.abs(x)),
    );
    expect(ulpOf(MAX_FLOAT32)).toBe(2 ** 104);
    expect(ulpOf(-1)).toBe(2 ** -23);
    expect(ulpOf(-Infinity)).toBe(Infinity);
    expect(ulpOf(NaN)).toBeNaN();
  });
});

describe('roundPairToFloat32', () => {
  it('lets the small part decide at a midpoint and only there', () => {
    const middle = 1 + 2 ** -24;
    expect(roundPairToFloat32(middle, 0)).toBe(1);
    expect(roundPairToFloat32(middle, 2 ** -80)).toBe(1 + 2 ** -23);
    expect(roundPairToFloat32(middle, -(2 ** -80))).toBe(1);
    expect(roundPairToFloat32(1 + 3 * 2 ** -24, -(2 ** -80))).toBe(1 + 2 ** -23);
    expect(roundPairToFloat32(middle + 2 ** -52, -(2 ** -80))).toBe(1 + 2 ** -23);
  });

  it('handles the underflow and overflow thresholds and their signs', () => {
    const threshold = MAX_FLOAT32 + 2 ** 103;
    for (const s of [1, -1]) {
      expect(roundPairToFloat32(s * threshold, 0)).toBe(s * Infinity);
      expect(roundPairToFloat32(s * threshold, s)).toBe(s * Infinity);
      expect(roundPairToFloat32(s * threshold, -s)).toBe(s * MAX_FLOAT32);
      expect(roundPairToFloat32(s * 2 ** 140, -s)).toBe(s * Infinity);
      expect(Object.is(roundPairToFloat32(s * 2 ** -150, 0), s * 0)).toBe(true);
      expect(roundPairToFloat32(s * 2 ** -150, s * 2 ** -210)).toBe(s * 2 ** -149);
      expect(Object.is(roundPairToFloat32(s * 2 ** -150, -s * 2 ** -210), s * 0)).toBe(true);
    }
    expect(roundPairToFloat32(NaN, 1)).toBeNaN();
  });
});
