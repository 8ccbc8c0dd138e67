import type { DifferenceUnit } from '../../experiments/differences';
import { differences } from '../../experiments/differences';
import { select } from '../../experiments/quantile';
import type { DifferenceSummary } from '../../experiments/summarise-differences';
import { defaultTests } from '../../experiments/summarise-differences';
import { outputDtype } from '../../linear/output-format';
import { toleranceVerdict } from '../../numerics/tolerance';
import type { WholeResult } from '../../store/results';

/** A whole batch in numbers. */
export interface WholeSummary {
  readonly summary: DifferenceSummary;
  /** Number of differing outputs in each row, and in each column. */
  readonly byRow: Uint32Array;
  readonly byColumn: Uint32Array;
}

/**
 * The same numbers as `summariseDifferences` gives over all rows at once, but computed row by row, so that half a
 * million outputs never block the page, with medians by selection instead of sorting.
 */
export function* wholeSummary(whole: WholeResult): Generator<WholeSummary | null, void> {
  const { plans, spec, together, baseline, absSum } = whole;
  if (whole.rowsDone < plans.batch) return;
  const [rows, columns] = [plans.batch, plans.outFeatures];
  const byRow = new Uint32Array(rows);
  const byColumn = new Uint32Array(columns);
  const dtype = outputDtype(spec.layer);
  const tolerances = defaultTests(dtype);
  const failing = tolerances.map(() => 0);
  const sizes: Record<DifferenceUnit, Float64Array> = { absolute: new Float64Array(rows * columns), ulp: new Float64Array(rows * columns), relative: new Float64Array(rows * columns) };
  for (let row = 0; row < rows; row++) {
    const [from, to] = [row * columns, (row + 1) * columns];
    const [a, b] = [together.subarray(from, to), baseline.subarray(from, to)];
    for (let j = 0; j < columns; j++) {
      if (Object.is(a[j], b[j])) continue;
      byRow[row]!++;
      byColumn[j]!++;
    }
    for (const unit of ['absolute', 'ulp', 'relative'] as const) {
      const found = differences(a, b, absSum.subarray(from, to), unit, dtype);
      // NaN counts as infinite, as in the other summaries.
      for (let j = 0; j < columns; j++) sizes[unit][from + j] = Number.isNaN(found[j]) ? Infinity : Math.abs(found[j]!);
    }
    tolerances.forEach((tolerance, i) => (failing[i]! += toleranceVerdict(a, b, tolerance).failing));
    yield null;
  }
  const ends: Record<DifferenceUnit, readonly [number, number]> = { absolute: [0, 0], ulp: [0, 0], relative: [0, 0] };
  for (const unit of ['absolute', 'ulp', 'relative'] as const) {
    ends[unit] = [maximum(sizes[unit]), median(sizes[unit])];
    yield null;
  }
  const verdicts = tolerances.map((tolerance, i) => ({ tolerance, close: failing[i] === 0, failing: failing[i]!, worstIndex: -1, worstExcess: NaN }));
  const [maxAbs, medianAbs] = ends.absolute;
  const [maxUlp, medianUlp] = ends.ulp;
  const [maxRel, medianRel] = ends.relative;
  const summary = { differing: byRow.reduce((sum, count) => sum + count, 0), of: rows * columns, maxAbs, medianAbs, maxUlp, medianUlp, maxRel, medianRel, verdicts };
  yield { summary, byRow, byColumn };
}

function maximum(sizes: Float64Array): number {
  let most = 0;
  for (const size of sizes) if (size > most) most = size;
  return most;
}

/** The median: the mean of the middle two if there are two. Reorders `sizes`. */
function median(sizes: Float64Array): number {
  const last = sizes.length - 1;
  if (last < 0) return 0;
  const below = Math.floor(last / 2);
  const low = select(sizes, below);
  if (last % 2 === 0) return low;
  let high = Infinity;
  for (let i = below + 1; i <= last; i++) if (sizes[i]! < high) high = sizes[i]!;
  return low === high ? low : low + (high - low) / 2;
}
