import type { DifferenceUnit } from '../../experiments/differences';
import { differences } from '../../experiments/differences';
import { outputDtype } from '../../linear/output-format';
import type { Baseline } from '../../share/special-settings';
import { baselineValues } from '../../store/baseline-values';
import type { SweepResult } from '../../store/results';
import type { DifferenceMatrix } from '../difference-map/difference-matrix';
import { largestOf, limitOf } from '../difference-map/difference-matrix';

export interface SweepMatrix extends DifferenceMatrix {
  readonly sweep: SweepResult;
  readonly baseline: Baseline;
}

/** A line per batch size, in the sequence of the list. Lines not finished, or without a baseline yet, are NaN. */
export function* sweepMatrix(sweep: SweepResult, baseline: Baseline, unit: DifferenceUnit): Generator<SweepMatrix | null, void> {
  const { batches, layer } = sweep.spec;
  const columns = layer.outFeatures;
  const values = new Float64Array(batches.length * columns).fill(NaN);
  let largest = 0;
  for (const { batch, values: outputs } of sweep.rows) {
    const base = baselineValues(sweep, baseline, batch);
    if (base === null) continue;
    const found = differences(outputs, base, sweep.references.absSum, unit, outputDtype(layer));
    values.set(found, batches.indexOf(batch) * columns);
    largest = largestOf(found, largest);
    yield null;
  }
  yield { lines: batches, columns, values, revision: 0, limit: limitOf(largest, unit), unit, sweep, baseline };
}
