import type { Outputs } from '../linear/run-plan';
import { ulpDistance, ulpDistance64 } from '../numerics/ulp';

export type DifferenceUnit = 'absolute' | 'ulp' | 'relative';

/**
 * values − baseline, output by output: absolute, in ulps of the outputs' format, or relative to Σ|x·w|.
 *
 * The baseline is first rounded to the outputs' format, so that a correctly rounded output differs from `exact` by 0
 * and all three units measure the same quantity. (This rounds a reference in double twice: in about one case in 10⁹ it
 * lands on the neighbour.) Exactly 0 if the bits agree; −0 and +0 are 0 apart; NaN if only one side is NaN.
 */
export function differences(values: Outputs, baseline: ArrayLike<number>, absSum: ArrayLike<number>, unit: DifferenceUnit): Float64Array {
  const single = values instanceof Float32Array;
  const steps = single ? ulpDistance : ulpDistance64;
  const result = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    const base = single ? Math.fround(baseline[i]!) : baseline[i]!;
    // Equal infinities, and two NaN, agree.
    if (Object.is(value, base)) continue;
    if (unit === 'ulp') result[i] = steps(base, value);
    else if (unit === 'absolute' || value === base) result[i] = value - base;
    else result[i] = (value - base) / absSum[i]!;
  }
  return result;
}

/** Counts outputs whose bits differ from the baseline's; −0 and +0 differ, two NaN do not. */
export function differing(values: Outputs, baseline: ArrayLike<number>): number {
  const single = values instanceof Float32Array;
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    if (!Object.is(values[i], single ? Math.fround(baseline[i]!) : baseline[i])) count++;
  }
  return count;
}
