import type { DifferenceUnit } from '../../experiments/differences';
import { differences } from '../../experiments/differences';
import { outputDtype } from '../../linear/output-format';
import type { WholeResult } from '../../store/results';
import type { DifferenceMatrix } from '../difference-map/difference-matrix';
import { largestOf, limitOf } from '../difference-map/difference-matrix';

export interface WholeMatrix extends DifferenceMatrix {
  readonly whole: WholeResult;
}

/** The rows filled in so far, so that only new ones cost anything. */
interface Filled {
  readonly values: Float64Array;
  readonly lines: readonly number[];
  rows: number;
  largest: number;
}

/** Keyed by the array of outputs, which a result keeps while it grows. */
const filled = new WeakMap<object, Map<DifferenceUnit, Filled>>();

function filledOf({ together, plans }: WholeResult, unit: DifferenceUnit): Filled {
  const units = filled.get(together) ?? new Map<DifferenceUnit, Filled>();
  filled.set(together, units);
  const known = units.get(unit);
  if (known !== undefined) return known;
  const fresh: Filled = { values: new Float64Array(together.length).fill(NaN), lines: Array.from({ length: plans.batch }, (_, row) => row), rows: 0, largest: 0 };
  units.set(unit, fresh);
  return fresh;
}

/** A line per row of the batch: together minus the baseline. Unfinished rows are NaN. */
export function* wholeMatrix(whole: WholeResult, unit: DifferenceUnit): Generator<WholeMatrix | null, void> {
  const columns = whole.plans.outFeatures;
  const matrix = filledOf(whole, unit);
  while (matrix.rows < whole.rowsDone) {
    const [from, to] = [matrix.rows * columns, (matrix.rows + 1) * columns];
    const found = differences(whole.together.subarray(from, to), whole.baseline.subarray(from, to), whole.absSum.subarray(from, to), unit, outputDtype(whole.spec.layer));
    matrix.values.set(found, from);
    matrix.largest = largestOf(found, matrix.largest);
    matrix.rows++;
    yield null;
  }
  const { lines, values, largest, rows } = matrix;
  yield { lines, columns, values, revision: rows, limit: limitOf(largest, unit), unit, whole };
}
