import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { absDot, exactDot, exactDotFloat32 } from './exact-dot';
import { ExactSum } from './exact-sum';
import fixture from './fixtures/exact-dot.json';
import { fromBits } from './float32';

function float32Array(hex: string): Float32Array {
  return Float32Array.from(hex.match(/.{8}/g) ?? [], (word) => fromBits(parseInt(word, 16)));
}
function doubleOf(hex: string): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, BigInt(`0x${hex}`));
  return view.getFloat64(0);
}
const cases = (fixture.cases as [string, string, string, string, string][]).map(([x, w, start, double, single]) => ({
  x: float32Array(x),
  w: float32Array(w),
  start: fromBits(parseInt(start, 16)),
  double: doubleOf(double),
  single: fromBits(parseInt(single, 16)),
}));

/** A float32 as an integer multiple of 2⁻¹⁴⁹. */
function units(x: number): bigint {
  let value = x;
  let shift = 149n;
  while (!Number.isInteger(value)) {
    value *= 2;
    shift -= 1n;
  }
  return BigInt(value) << shift;
}

/** num/2²⁹⁸ rounded to `precision` bits, the last no finer than 2^least: an independent rounding, in integers only. */
function roundRational(num: bigint, precision: number, least: number): number {
  const size = num < 0n ? -num : num;
  const drop = BigInt(Math.max(size.toString(2).length - precision, 298 + least, 0));
  let kept = size >> drop;
  const rest = 2n * (size - (kept << drop));
  const one = 1n << drop;
  if (rest > one || (rest === one && (kept & 1n) === 1n)) kept += 1n;
  const value = Number(kept) * 2 ** (Number(drop) - 298);
  return num < 0n ? -value : value;
}

const single = fc.oneof(
  fc.integer({ min: 0, max: 0xffffffff }).map(fromBits).filter((x) => Math.abs(x) < Infinity),
  fc.float({ min: -1, max: 1, noNaN: true }),
  fc.tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: -30, max: 10 })).map(([m, e]) => m * 2 ** e),
);
const pairs = fc.array(fc.tuple(single, single), { maxLength: 24 });

describe('exactDot', () => {
  it("rounds as Python's fractions do, to float64 and to float32", () => {
    expect(cases.length).toBeGreaterThan(200);
    const differing = cases.filter(
      ({ x, w, start, double, single }) =>
        !Object.is(exactDot(x, 0, w, 0, x.length, start), double) ||
        !Object.is(exactDotFloat32(x, 0, w, 0, x.length, start), single),
    );
    expect(differing).toEqual([]);
  });

  it('is tested by a fixture that rounding twice fails', () => {
    expect(cases.some(({ double, single }) => !Object.is(Math.fround(double), single))).toBe(true);
  });

  it('is the correctly rounded rational value, also where all but a little cancels', () => {
    fc.assert(
      fc.property(pairs, pairs, single, (kept, cancelled, start) => {
        const all = [...kept, ...cancelled, ...cancelled.map(([a, b]): [number, number] => [-a, b]).reverse()];
        const x = Float32Array.from(all, ([a]) => a);
        const w = Float32Array.from(all, ([, b]) => b);
        const exact = all.reduce((sum, [a, b]) => sum + units(a) * units(b), units(start) << 149n);
        const double = roundRational(exact, 53, -298);
        const rounded = Math.fround(roundRational(exact, 24, -149));
        return (
          Object.is(exactDot(x, 0, w, 0, x.length, start), double) &&
          Object.is(exactDotFloat32(x, 0, w, 0, x.length, start), rounded)
        );
      }),
      { numRuns: 1500 },
    );
  });

  it('agrees with the expansion on long sums', () => {
    fc.assert(
      fc.property(fc.array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: 500, maxLength: 900 }), (values) => {
        const x = Float32Array.from(values);
        const sum = new ExactSum();
        for (let k = 0; k < x.length; k++) sum.add((x[k] ?? 0) * (x[x.length - 1 - k] ?? 0));
        const reversed = x.slice().reverse();
        return (
          exactDot(x, 0, reversed, 0, x.length, 0) === sum.roundedToDouble() &&
          exactDotFloat32(x, 0, reversed, 0, x.length, 0) === sum.roundedToFloat32()
        );
      }),
      { numRuns: 50 },
    );
  });

  it('reads from offsets', () => {
    const x = Float32Array.of(9, 1, 2, 3);
    const w = Float32Array.of(9, 9, 10, 100, 1000);
    expect(exactDot(x, 1, w, 2, 3, 0.5)).toBe(3210.5);
    expect(exactDotFloat32(x, 1, w, 2, 3, 0.5)).toBe(3210.5);
    expect(absDot(x, 1, w, 2, 3, -0.5)).toBe(3210.5);
  });

  it('keeps the sign of a sum that all but cancels and underflows float32', () => {
    const x = Float32Array.of(2 ** -50, -1, -(2 ** -50), -(2 ** -149));
    const w = Float32Array.of(2 ** -50, 1, 2 ** -50, 2 ** -149);
    expect(exactDot(x, 0, w, 0, 4, 1)).toBe(-(2 ** -298));
    expect(Object.is(exactDotFloat32(x, 0, w, 0, 4, 1), -0)).toBe(true);
    expect(Object.is(exactDotFloat32(x, 0, w, 0, 3, 1), 0)).toBe(true);
  });

  it('defines no products, zeros and what is not finite', () => {
    const none = new Float32Array(0);
    expect(exactDot(none, 0, none, 0, 0, -1.5)).toBe(-1.5);
    const x = Float32Array.of(-0, 1);
    const w = Float32Array.of(1, -0);
    expect(Object.is(exactDot(x, 0, w, 0, 2, -0), 0)).toBe(true);
    expect(Object.is(exactDotFloat32(x, 0, w, 0, 2, -0), 0)).toBe(true);
    const tiny = Float32Array.of(2 ** -149);
    expect(exactDot(tiny, 0, tiny, 0, 1, 0)).toBe(2 ** -298);
    expect(Object.is(exactDotFloat32(tiny, 0, tiny.map((v) => -v), 0, 1, 0), -0)).toBe(true);
    const odd = Float32Array.of(Infinity, 1, 0);
    expect(exactDot(odd, 0, Float32Array.of(-2, 1, 1), 0, 3, 1)).toBe(-Infinity);
    expect(exactDotFloat32(odd, 0, Float32Array.of(2, 1, 1), 0, 3, 1)).toBe(Infinity);
    expect(exactDot(odd, 0, Float32Array.of(0, 1, 1), 0, 3, 1)).toBeNaN();
    expect(exactDotFloat32(odd, 0, Float32Array.of(1, -Infinity, 1), 0, 3, 1)).toBeNaN();
    expect(exactDot(odd, 1, odd, 1, 2, NaN)).toBeNaN();
  });
});

describe('absDot', () => {
  it('adds magnitudes, bias included', () => {
    expect(absDot(Float32Array.of(-1, 2), 0, Float32Array.of(3, -4), 0, 2, -5)).toBe(16);
    expect(absDot(new Float32Array(0), 0, new Float32Array(0), 0, 0, -2)).toBe(2);
  });

  it('is never below the magnitude of the sum by more than its own error', () => {
    fc.assert(
      fc.property(pairs, single, (all, start) => {
        const x = Float32Array.from(all, ([a]) => a);
        const w = Float32Array.from(all, ([, b]) => b);
        const size = absDot(x, 0, w, 0, x.length, start);
        return Math.abs(exactDot(x, 0, w, 0, x.length, start)) <= size * (1 + (x.length + 2) * 2 ** -53);
      }),
    );
  });
});
