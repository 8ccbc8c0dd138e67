import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextUp } from '../numerics/float32';
import { differences, differing } from './differences';
import { summariseDifferences } from './summarise-differences';

const UNITS = ['absolute', 'ulp', 'relative'] as const;
const values = Float32Array.of(1, nextUp(1), -2, 0, NaN, Infinity, 3);
const baseline = Float32Array.of(1, 1, -1, -0, NaN, Infinity, 1);
const absSum = Float64Array.of(4, 4, 4, 4, 4, 4, 4);

describe('differences', () => {
  it('are values − baseline in three units, with their sign', () => {
    expect([...differences(values, baseline, absSum, 'absolute')]).toEqual([0, 2 ** -23, -1, 0, 0, 0, 2]);
    expect([...differences(values, baseline, absSum, 'relative')]).toEqual([0, 2 ** -25, -0.25, 0, 0, 0, 0.5]);
    expect([...differences(values, baseline, absSum, 'ulp')]).toEqual([0, 1, -(2 ** 23), 0, 0, 0, 1.5 * 2 ** 23]);
  });

  it('count −0 against +0 as differing bits of no size', () => {
    expect(differing(values, baseline)).toBe(4);
  });

  it('round the baseline to the outputs’ format, so that a correctly rounded output differs by nothing', () => {
    const exact = Float64Array.of(1 + 2 ** -30, 1 + 2 ** -23 + 2 ** -30);
    for (const unit of UNITS) expect([...differences(Float32Array.of(1, nextUp(1)), exact, absSum, unit)]).toEqual([0, 0]);
  });

  it('are those of a shorter type where the outputs were rounded to it', () => {
    // In bfloat16, 1 + 2⁻⁷ follows 1, and 1 + 2⁻⁹ is nearer to 1; in float16, 2⁻¹⁰ follows.
    const exact = Float64Array.of(1 + 2 ** -9, 1 + 2 ** -9);
    const short = Float32Array.of(1, 1 + 2 ** -7);
    expect([...differences(short, exact, [4, 4], 'ulp', 'bfloat16')]).toEqual([0, 1]);
    expect([...differences(short, exact, [4, 4], 'relative', 'bfloat16')]).toEqual([0, 2 ** -9]);
    expect(differing(short, exact, 'bfloat16')).toBe(1);
    expect([...differences(short, exact, [4, 4], 'ulp', 'float16')]).toEqual([-2, 6]);
    expect(summariseDifferences(short, exact, [4, 4], 'bfloat16')).toMatchObject({ differing: 1, maxUlp: 1, verdicts: [{ tolerance: { id: 'allclose' }, failing: 1 }, { tolerance: { id: 'assert-close-bfloat16' }, failing: 0 }, { tolerance: { id: 'assert-allclose' }, failing: 1 }] });
  });

  it('count steps of float64 between float64 outputs', () => {
    const found = differences(Float64Array.of(1 + 2 ** -52), Float64Array.of(1), absSum, 'ulp');
    expect([...found]).toEqual([1]);
  });

  it('are 0 where the values are equal, in every unit, and change sign with their sides', () => {
    const floats = fc.float32Array({ minLength: 5, maxLength: 5, noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(floats, floats, fc.constantFrom(...UNITS), (a, b, unit) => {
        const there = differences(a, b, absSum, unit);
        const back = differences(b, a, absSum, unit);
        for (let i = 0; i < 5; i++) {
          expect(there[i]! + back[i]!).toBe(0);
          if (a[i] === b[i]) expect(there[i]).toBe(0);
        }
      }),
    );
  });
});

describe('the summary', () => {
  it('takes maxima and medians over all outputs and asks the libraries’ tests', () => {
    const found = summariseDifferences(Float32Array.of(1, 2, 3 + 2 ** -20), Float32Array.of(1, 2, 3), absSum);
    expect(found).toMatchObject({ differing: 1, of: 3, maxAbs: 2 ** -20, medianAbs: 0, maxUlp: 4, medianUlp: 0, maxRel: 2 ** -22 });
    const close = Object.fromEntries(found.verdicts.map(({ tolerance, close: passes }) => [tolerance.id, passes]));
    expect(close).toEqual({ allclose: true, 'assert-close-float32': true, 'assert-allclose': false });
  });

  it('counts a lone NaN as an infinite difference', () => {
    expect(summariseDifferences(Float32Array.of(NaN), Float32Array.of(1), absSum).maxAbs).toBe(Infinity);
  });

  it('tests float64 outputs with float64’s tolerances', () => {
    const found = summariseDifferences(Float64Array.of(1), Float64Array.of(1), absSum, 'float64');
    expect(found.verdicts.map(({ tolerance }) => tolerance.id)).toContain('assert-close-float64');
  });
});
