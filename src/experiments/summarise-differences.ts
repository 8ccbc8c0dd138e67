import type { Dtype } from '../numerics/dtypes';
import { roundToDtype } from '../numerics/dtypes';
import type { NamedTolerance, ToleranceVerdict } from '../numerics/tolerance';
import { DEFAULT_TOLERANCES, toleranceVerdict } from '../numerics/tolerance';
import type { DifferenceUnit } from './differences';
import { differences, differing } from './differences';
import type { Outputs } from '../linear/run-plan';
import { ascending, quantile } from './quantile';

/** A row of the summary table. Magnitudes are over all outputs; outputs that agree count as 0, NaN as infinite. */
export interface DifferenceSummary {
  readonly differing: number;
  readonly of: number;
  readonly maxAbs: number;
  readonly medianAbs: number;
  readonly maxUlp: number;
  readonly medianUlp: number;
  readonly maxRel: number;
  readonly medianRel: number;
  readonly verdicts: readonly ({ readonly tolerance: NamedTolerance } & ToleranceVerdict)[];
}

/** The libraries' tests with their defaults for arrays of this type. float32 is tested in float32, others as in exact arithmetic. */
export function defaultTests(dtype: Dtype): NamedTolerance[] {
  return DEFAULT_TOLERANCES.filter((tolerance) => tolerance.dtype === dtype || tolerance.dtype === 'any').map((tolerance) => ({ ...tolerance, arithmetic: dtype === 'float32' ? 'float32' : 'float64' }));
}

/** How far outputs are from a baseline, in three units, and the verdict of the libraries' tests with their defaults. */
export function summariseDifferences(
  values: Outputs,
  baseline: ArrayLike<number>,
  absSum: ArrayLike<number>,
  dtype: Dtype = 'float32',
): DifferenceSummary {
  const [maxAbs, medianAbs] = magnitudes(values, baseline, absSum, 'absolute', dtype);
  const [maxUlp, medianUlp] = magnitudes(values, baseline, absSum, 'ulp', dtype);
  const [maxRel, medianRel] = magnitudes(values, baseline, absSum, 'relative', dtype);
  const expected = Float64Array.from(baseline, (value) => roundToDtype(dtype, value));
  const verdicts = defaultTests(dtype).map((tolerance) => ({ tolerance, ...toleranceVerdict(values, expected, tolerance) }));
  return { differing: differing(values, baseline, dtype), of: values.length, maxAbs, medianAbs, maxUlp, medianUlp, maxRel, medianRel, verdicts };
}

function magnitudes(values: Outputs, baseline: ArrayLike<number>, absSum: ArrayLike<number>, unit: DifferenceUnit, dtype: Dtype): [max: number, median: number] {
  if (values.length === 0) return [0, 0];
  const sorted = ascending(differences(values, baseline, absSum, unit, dtype).map(Math.abs));
  return [quantile(sorted, 1), quantile(sorted, 0.5)];
}
