import type { Baseline } from '../../share/special-settings';
import { otherAdderOf } from '../../share/other-adder';
import { baselineValues } from '../../store/baseline-values';
import type { SweepResult } from '../../store/results';
import { sweepFinding } from '../../figure-parts/sweep/sweep-finding';
import { orderStripes, stripesText } from './order-stripes';

/** What the map of a recorded layer shows, in sentences; each call that uses several orders gets one of its own. */
export function heatmapFinding(sweep: SweepResult, baseline: Baseline): string[] {
  // Another adder is a baseline of its own for each call.
  const base = otherAdderOf(baseline) === null ? baselineValues(sweep, baseline, 0) : null;
  const stripes = base === null ? [] : orderStripes(sweep.rows, base);
  return [...sweepFinding(sweep, baseline), ...stripes.map((one) => stripesText(one))];
}
