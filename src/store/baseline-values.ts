import type { Baseline } from '../share/special-settings';
import type { SweepResult } from './results';

/** The outputs that a sweep's differences are taken from; null while the batch that makes them is not through. */
export function baselineValues({ references, rows }: SweepResult, baseline: Baseline): Float32Array | Float64Array | null {
  if (baseline === 'exact' || baseline === 'float64') return references[baseline];
  return rows.find(({ batch }) => batch === baseline)?.values ?? null;
}
