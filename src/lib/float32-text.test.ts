import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { float32Text } from './float32-text';

describe('the text of a float32', () => {
  it.each([
    [0.1, '0.1'],
    [1 / 3, '0.33333334'],
    [16777216, '16777216.0'],
    [1e-7, '1e-07'],
    [3.4028234663852886e38, '3.4028235e+38'],
    [2 ** -149, '1e-45'],
    [-0, '-0.0'],
    [0, '0.0'],
    [-1.5, '-1.5'],
    [1.2e-5, '1.2e-05'],
    // A power of two: the nearest eight digits do not read back, but these do. All values are NumPy's repr.
    [2 ** -96, '1.2621775e-29'],
    [2 ** 90, '1.2379401e+27'],
    // Halfway between two eight-digit numbers: the even one.
    [2 ** -12, '0.00024414062'],
    [1703448.25, '1703448.2'],
    [-1703448.75, '-1703448.8'],
    [NaN, 'nan'],
    [-Infinity, '-inf'],
  ])('of %d is %s', (value, text) => {
    expect(float32Text(Math.fround(value))).toBe(text);
  });

  it('reads back as the same number', () => {
    fc.assert(
      fc.property(fc.float({ noNaN: true, noDefaultInfinity: true }), (x) => {
        expect(Math.fround(Number(float32Text(x)))).toBe(x);
      }),
    );
  });
});
