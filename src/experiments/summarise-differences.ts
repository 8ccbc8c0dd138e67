import type { NumberFormat } from '../linear/layer';
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

/** How far outputs are from a baseline, in three units, and the verdict of the libraries' tests with their defaults. */
export function summariseDifferences(
  values: Outputs,
  baseline: ArrayLike<number>,
  absSum: ArrayLike<number>,
  format: NumberFormat = 'float32',
): DifferenceSummary {
  const [maxAbs, medianAbs] = magnitudes(values, baseline, absSum, 'absolute');
  const [maxUlp, medianUlp] = magnitudes(values, baseline, absSum, 'ulp');
  const [maxRel, medianRel] = magnitudes(values, baseline, absSum, 'relative');
  // Except for float64, sums are float32, whatever the inputs were rounded to.
  const dtype = format === 'float64' ? 'float64' : 'float32';
  const expected = dtype === 'float32' ? Float32Array.from(baseline) : baseline;
  const verdicts = DEFAULT_TOLERANCES.filter((tolerance) => tolerance.dtype === dtype || tolerance.dtype === 'any').map((tolerance) => ({
    tolerance,
    ...toleranceVerdict(values, expected, { ...tolerance, arithmetic: dtype }),
  }));
  return { differing: differing(values, baseline), of: values.length, maxAbs, medianAbs, maxUlp, medianUlp, maxRel, medianRel, verdicts };
}

function magnitudes(values: Outputs, baseline: ArrayLike<number>, absSum: ArrayLike<number>, unit: DifferenceUnit): [max: number, median: number] {
  if (values.length === 0) return [0, 0];
  const sorted = ascending(differences(values, baseline, absSum, unit).map(Math.abs));
  return [quantile(sorted, 1), quantile(sorted, 0.5)];
}
