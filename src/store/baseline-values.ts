import type { Baseline } from '../share/special-settings';
import type { SweepResult } from './results';

/** The outputs that a sweep's differences are measured against; null until their batch is done. */
export function baselineValues({ references, rows }: SweepResult, baseline: Baseline): Float32Array | Float64Array | null {
  if (baseline === 'exact' || baseline === 'float64') return references[baseline];
  return rows.find(({ batch }) => batch === baseline)?.values ?? null;
}
