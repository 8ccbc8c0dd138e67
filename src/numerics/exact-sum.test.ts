import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ExactSum } from './exact-sum';
import { MAX_FLOAT32 } from './float32';

function sumOf(...terms: number[]): ExactSum {
  const sum = new ExactSum();
  for (const term of terms) sum.add(term);
  return sum;
}

/** Numerator over 2¹⁰⁷⁴, independent of the code under test. */
function exact(terms: readonly number[]): bigint {
  return terms.reduce((total, term) => {
    let value = term;
    let shift = 1074n;
    while (!Number.isInteger(value)) {
      value *= 2;
      shift -= 1n;
    }
    return total + (BigInt(value) << shift);
  }, 0n);
}

/** Whether y is the grid point nearest to the total, by the midpoints with both neighbours (all as bigint/2¹⁰⁷⁵). */
function isNearest(y: number, total: bigint, up: (y: number) => number): boolean {
  const twice = 2n * total;
  const here = exact([y]);
  const above = here + exact([up(y)]);
  const below = here - exact([up(-y)]);
  return twice >= below && twice <= above;
}

function nextDouble(x: number): number {
  const view = new DataView(new ArrayBuffer(8));
  if (x === 0) return 5e-324;
  view.setFloat64(0, x);
  view.setBigUint64(0, view.getBigUint64(0) + (x > 0 ? 1n : -1n));
  return view.getFloat64(0);
}

function nextSingle(x: number): number {
  const view = new DataView(new ArrayBuffer(4));
  if (x === 0) return 2 ** -149;
  view.setFloat32(0, x);
  view.setUint32(0, view.getUint32(0) + (x > 0 ? 1 : -1));
  return view.getFloat32(0);
}

const term = fc.oneof(
  fc.double({ min: -1e30, max: 1e30, noNaN: true }),
  fc.tuple(fc.integer({ min: -8, max: 8 }), fc.integer({ min: -90, max: 60 })).map(([m, e]) => m * 2 ** e),
);

describe('ExactSum', () => {
  it('rounds the exact sum to the nearest double and to the nearest float32', () => {
    fc.assert(
      fc.property(fc.array(term, { maxLength: 30 }), (terms) => {
        const total = exact(terms);
        const sum = sumOf(...terms);
        return (
          isNearest(sum.roundedToDouble(), total, nextDouble) && isNearest(sum.roundedToFloat32(), total, nextSingle)
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('does not depend on the order, nor on terms that cancel', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { maxLength: 20 }), (terms) => {
        const plain = sumOf(...terms);
        const mixed = sumOf(...terms.map((x) => -x), ...[...terms].reverse(), ...terms);
        return (
          Object.is(plain.roundedToDouble(), mixed.roundedToDouble()) &&
          Object.is(plain.roundedToFloat32(), mixed.roundedToFloat32())
        );
      }),
    );
  });

  it('breaks ties by what lies far below, and to even otherwise', () => {
    expect(sumOf(1, 2 ** -53).roundedToDouble()).toBe(1);
    expect(sumOf(1, 2 ** -53, 2 ** -1000).roundedToDouble()).toBe(1 + 2 ** -52);
    expect(sumOf(1, 2 ** -53, -(2 ** -1000)).roundedToDouble()).toBe(1);
    expect(sumOf(1 + 2 ** -52, 2 ** -53, -(2 ** -1000)).roundedToDouble()).toBe(1 + 2 ** -52);
    expect(sumOf(1, 2 ** -24).roundedToFloat32()).toBe(1);
    expect(sumOf(1, 2 ** -24, 2 ** -1000).roundedToFloat32()).toBe(1 + 2 ** -23);
    expect(sumOf(1 + 2 ** -23, 2 ** -24, -(2 ** -1000)).roundedToFloat32()).toBe(1 + 2 ** -23);
  });

  it('sums what would overflow on the way', () => {
    const max = Number.MAX_VALUE;
    expect(sumOf(max, max, -max).roundedToDouble()).toBe(max);
    expect(sumOf(max, 1, -max).roundedToFloat32()).toBe(1);
    expect(sumOf(max, 1, 2 ** -24, -max, 2 ** -900).roundedToFloat32()).toBe(1 + 2 ** -23);
    expect(sumOf(max, 2 ** 970).roundedToDouble()).toBe(Infinity);
    expect(sumOf(max, 2 ** 969).roundedToDouble()).toBe(max);
    expect(sumOf(-max, -max).roundedToFloat32()).toBe(-Infinity);
    expect(sumOf(MAX_FLOAT32, 2 ** 103, -(2 ** -1000)).roundedToFloat32()).toBe(MAX_FLOAT32);
  });

  it('defines empty sums, zeros and what is not finite', () => {
    expect(Object.is(sumOf().roundedToDouble(), 0)).toBe(true);
    expect(Object.is(sumOf(-0, -0).roundedToFloat32(), 0)).toBe(true);
    expect(Object.is(sumOf(-(2 ** -200)).roundedToFloat32(), -0)).toBe(true);
    expect(sumOf(1, Infinity, 2).roundedToDouble()).toBe(Infinity);
    expect(sumOf(Infinity, -Infinity).roundedToDouble()).toBeNaN();
    expect(sumOf(NaN, 1e308, 1e308).roundedToFloat32()).toBeNaN();
  });
});
