import { adderTitle } from '../../numerics/adder-title';
import type { Baseline } from '../../share/special-settings';
import { otherAdderOf } from '../../share/other-adder';

/** What differences are taken from: "batch 1", "the exact sum", "the same call on A100". */
export function baselineText(baseline: Baseline): string {
  const adder = otherAdderOf(baseline);
  if (adder !== null) return `the same call on ${adderTitle(adder)}`;
  if (baseline === 'exact') return 'the exact sum';
  return baseline === 'float64' ? 'the float64 sum' : `batch ${baseline}`;
}
