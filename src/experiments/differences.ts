import type { Outputs } from '../linear/run-plan';
import type { Dtype } from '../numerics/dtypes';
import { roundToDtype, stepsBetween } from '../numerics/dtypes';

export type DifferenceUnit = 'absolute' | 'ulp' | 'relative';

/**
 * values − baseline, output by output: absolute, in ulps of the outputs' type, or relative to Σ|x·w|.
 *
 * The baseline is first rounded to the outputs' type, so that a correctly rounded output differs from `exact` by 0
 * and all three units measure the same quantity. (This rounds a reference in double twice: in about one case in 10⁹ it
 * lands on the neighbour.) Exactly 0 if the bits agree; −0 and +0 are 0 apart; NaN if only one side is NaN.
 *
 * @param dtype of the values, which are numbers of it: that of the array if left out
 */
export function differences(values: Outputs, baseline: ArrayLike<number>, absSum: ArrayLike<number>, unit: DifferenceUnit, dtype: Dtype = dtypeOf(values)): Float64Array {
  const result = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    const base = roundToDtype(dtype, baseline[i]!);
    // Equal infinities, and two NaN, agree.
    if (Object.is(value, base)) continue;
    if (unit === 'ulp') result[i] = stepsBetween(dtype, base, value);
    else if (unit === 'absolute' || value === base) result[i] = value - base;
    else result[i] = (value - base) / absSum[i]!;
  }
  return result;
}

/** Counts outputs whose bits differ from the baseline's, rounded to their type; −0 and +0 differ, two NaN do not. */
export function differing(values: Outputs, baseline: ArrayLike<number>, dtype: Dtype = dtypeOf(values)): number {
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    if (!Object.is(values[i], roundToDtype(dtype, baseline[i]!))) count++;
  }
  return count;
}

function dtypeOf(values: Outputs): Dtype {
  return values instanceof Float32Array ? 'float32' : 'float64';
}
