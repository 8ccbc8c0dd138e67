import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addExactly, fmaf } from './fma';
import fixture from './fixtures/fmaf.json';
import { fromBits, isFloat32, ordinal } from './float32';

const cases = fixture.cases.map((line) => line.split(' ').map((hex) => fromBits(parseInt(hex, 16)))) as [
  number,
  number,
  number,
  number,
][];
const finite = fc.integer({ min: 0, max: 0xffffffff }).map(fromBits).filter((x) => Math.abs(x) < Infinity);

/** x·2^units as an integer, by repeated doubling: independent of the code under test. */
function scaled(x: number, units: bigint): bigint {
  let value = x;
  let shift = units;
  while (!Number.isInteger(value)) {
    value *= 2;
    shift -= 1n;
  }
  return BigInt(value) << shift;
}

/** Whether no neighbour of the finite y is nearer to a·b + c, or as near and even. The fixture covers overflow. */
function isNearest(y: number, a: number, b: number, c: number): boolean {
  if (!isFloat32(y)) return false;
  if (Math.abs(y) === Infinity) return true;
  const exact = scaled(a, 200n) * scaled(b, 200n) + scaled(c, 400n);
  const distance = (candidate: number): bigint => {
    const d = scaled(candidate, 400n) - exact;
    return d < 0n ? -d : d;
  };
  const here = distance(y);
  return [ordinal(y) - 1, ordinal(y) + 1].every((place) => {
    const other = place < 0 ? -fromBits(-place) : fromBits(place);
    if (Math.abs(other) === Infinity) return true;
    const there = distance(other);
    return here < there || (here === there && ordinal(y) % 2 === 0);
  });
}

describe('fmaf', () => {
  it('gives what C gives for every hard case of the fixture', () => {
    expect(cases.length).toBeGreaterThanOrEqual(3000);
    const differing = cases.filter(([a, b, c, expected]) => !Object.is(fmaf(a, b, c), expected));
    expect(differing).toEqual([]);
  });

  it('is tested by a fixture that rounding twice and rounding the product both fail', () => {
    const twice = cases.filter(([a, b, c, expected]) => !Object.is(Math.fround(a * b + c), expected));
    const separate = cases.filter(([a, b, c, expected]) => !Object.is(Math.fround(Math.fround(a * b) + c), expected));
    expect(twice.length).toBeGreaterThan(100);
    expect(separate.length).toBeGreaterThan(500);
  });

  it('gives the same by the careful way alone', () => {
    expect(cases.filter(([a, b, c, expected]) => !Object.is(addExactly(a * b, c), expected))).toEqual([]);
  });

  it('is the float32 nearest to the exact value, ties to even', () => {
    fc.assert(
      fc.property(finite, finite, finite, (a, b, c) => isNearest(fmaf(a, b, c), a, b, c)),
      { numRuns: 2000 },
    );
  });

  it('has a fixture that is right by integer arithmetic too', () => {
    const wrong = cases.filter(
      ([a, b, c, expected]) => [a, b, c].every(Number.isFinite) && !isNearest(expected, a, b, c),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps the signs of zero and the rules for infinities', () => {
    expect(Object.is(fmaf(-0, 1, -0), -0)).toBe(true);
    expect(Object.is(fmaf(-0, 1, 0), 0)).toBe(true);
    expect(Object.is(fmaf(2, 3, -6), 0)).toBe(true);
    expect(Object.is(fmaf(-(2 ** -100), 2 ** -100, 0), -0)).toBe(true);
    expect(fmaf(Infinity, 0, 1)).toBeNaN();
    expect(fmaf(Infinity, 1, -Infinity)).toBeNaN();
    expect(fmaf(2 ** 100, 2 ** 100, -Infinity)).toBe(-Infinity);
  });

  it('keeps the bit that tells a fused product from a rounded one', () => {
    const e = 1 + 2 ** -12;
    expect(fmaf(e, e, -(1 + 2 ** -11))).toBe(2 ** -24);
  });
});
