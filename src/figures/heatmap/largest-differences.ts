import { differences } from '../../experiments/differences';
import { outputDtype } from '../../linear/output-format';
import type { Baseline, CellPlace } from '../../share/special-settings';
import { baselineValues } from '../../store/baseline-values';
import type { SweepResult } from '../../store/results';

/** One output of the sweep and how far it is from the baseline. */
export interface FarOutput {
  readonly place: CellPlace;
  readonly value: number;
  /** The distance, without sign, in three units. */
  readonly ulp: number;
  readonly absolute: number;
  readonly relative: number;
}

/** The output that is the most ulp off, and the one that is farthest off; null if none differs (yet). */
export function largestDifferences(sweep: SweepResult, baseline: Baseline): { readonly byUlp: FarOutput; readonly byAbsolute: FarOutput } | null {
  let byUlp: FarOutput | null = null;
  let byAbsolute: FarOutput | null = null;
  for (const { batch, values } of sweep.rows) {
    const base = baselineValues(sweep, baseline, batch);
    if (base === null) return null;
    const [ulp, absolute, relative] = (['ulp', 'absolute', 'relative'] as const).map((unit) => differences(values, base, sweep.references.absSum, unit, outputDtype(sweep.spec.layer)).map(Math.abs));
    for (let column = 0; column < values.length; column++) {
      const found = (): FarOutput => ({ place: { line: batch, column }, value: values[column]!, ulp: ulp![column]!, absolute: absolute![column]!, relative: relative![column]! });
      if (ulp![column]! > (byUlp?.ulp ?? 0)) byUlp = found();
      if (absolute![column]! > (byAbsolute?.absolute ?? 0)) byAbsolute = found();
    }
  }
  return byUlp && byAbsolute ? { byUlp, byAbsolute } : null;
}
