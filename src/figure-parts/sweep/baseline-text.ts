import type { Baseline } from '../../share/special-settings';

/** What differences are taken from: "batch 1", "the exact sum". */
export function baselineText(baseline: Baseline): string {
  if (baseline === 'exact') return 'the exact sum';
  return baseline === 'float64' ? 'the float64 sum' : `batch ${baseline}`;
}
