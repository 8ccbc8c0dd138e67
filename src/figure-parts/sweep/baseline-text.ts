import type { Baseline } from '../../share/special-settings';

/** "batch 1", "the exact sum": what differences are taken from. */
export function baselineText(baseline: Baseline): string {
  if (baseline === 'exact') return 'the exact sum';
  return baseline === 'float64' ? 'the float64 sum' : `batch ${baseline}`;
}
