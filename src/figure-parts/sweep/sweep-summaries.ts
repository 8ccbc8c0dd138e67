import { summariseDifferences } from '../../experiments/summarise-differences';
import { outputDtype } from '../../linear/output-format';
import type { Baseline } from '../../share/special-settings';
import { baselineValues } from '../../store/baseline-values';
import type { SweepResult } from '../../store/results';
import type { SummaryRow } from '../difference-map/summary-table';
import { sweepOrders } from './sweep-orders';

/** Yields the table's rows, one more per batch size. */
export function* sweepSummaries(sweep: SweepResult, baseline: Baseline): Generator<readonly SummaryRow[], void> {
  const marks = sweepOrders(sweep);
  const rows = sweep.rows.map(({ batch, orders, provenance }): SummaryRow => ({ batch, orders: orders.map(({ key }) => marks.get(key)!), provenance, isBaseline: batch === baseline, summary: null }));
  for (const [at, { batch, values }] of sweep.rows.entries()) {
    const base = baselineValues(sweep, baseline, batch);
    if (base === null) continue;
    rows[at] = { ...rows[at]!, summary: summariseDifferences(values, base, sweep.references.absSum, outputDtype(sweep.spec.layer)) };
    yield [...rows];
  }
  yield rows;
}
