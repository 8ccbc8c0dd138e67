import type { SweepRow } from '../../experiments/batch-sweep';
import { summariseDifferences } from '../../experiments/summarise-differences';
import type { Baseline } from '../../share/special-settings';
import { baselineValues } from '../../store/baseline-values';
import type { SweepResult } from '../../store/results';
import type { SummaryRow } from '../difference-map/summary-row';

/** A row of the table for each batch size, one after the other. */
export function* sweepSummaries(sweep: SweepResult, baseline: Baseline): Generator<readonly SummaryRow[], void> {
  const base = baselineValues(sweep, baseline);
  const rows: SummaryRow[] = sweep.rows.map((row) => ({ ...headOf(row), isBaseline: row.batch === baseline, summary: null }));
  if (base !== null) {
    for (const [at, { values }] of sweep.rows.entries()) {
      rows[at] = { ...rows[at]!, summary: summariseDifferences(values, base, sweep.references.absSum, sweep.spec.layer.format) };
      yield [...rows];
    }
  }
  yield rows;
}

function headOf({ batch, orders, provenance }: SweepRow): Pick<SummaryRow, 'batch' | 'keys' | 'provenance'> {
  return { batch, keys: orders.map(({ key }) => key), provenance };
}
