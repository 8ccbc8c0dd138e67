import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addExactBinary, exactBinary, roundExactBinary } from './exact-binary';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });

describe('exact binary values', () => {
  it('gives each finite double back', () => {
    fc.assert(fc.property(finite, (x) => roundExactBinary(exactBinary(x)) === x));
    for (const x of [5e-324, -5e-324, Number.MAX_VALUE, 2 ** -1022, 0, 1]) expect(roundExactBinary(exactBinary(x))).toBe(x);
  });

  it('adds two doubles as the machine does, once rounded', () => {
    fc.assert(
      fc.property(finite, finite, (x, y) => roundExactBinary(addExactBinary(exactBinary(x), exactBinary(y))) === x + y),
    );
  });

  it('rounds ties to even, underflow and overflow', () => {
    expect(roundExactBinary({ significand: 2n ** 53n + 1n, exponent: 0 })).toBe(2 ** 53);
    expect(roundExactBinary({ significand: -(2n ** 53n) - 3n, exponent: 0 })).toBe(-(2 ** 53) - 4);
    expect(Object.is(roundExactBinary({ significand: 1n, exponent: -1075 }), 0)).toBe(true);
    expect(roundExactBinary({ significand: 3n, exponent: -1076 })).toBe(5e-324);
    expect(Object.is(roundExactBinary({ significand: -1n, exponent: -3000 }), -0)).toBe(true);
    expect(roundExactBinary({ significand: 2n ** 54n - 1n, exponent: 970 })).toBe(Infinity);
    expect(roundExactBinary({ significand: 1n, exponent: 1024 })).toBe(Infinity);
  });
});
