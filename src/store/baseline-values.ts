import type { Baseline } from '../share/special-settings';
import type { SweepResult } from './results';

/** The outputs that a sweep's differences are measured against at a batch size; null until they are there. */
export function baselineValues({ references, rows }: SweepResult, baseline: Baseline, at: number): Float32Array | Float64Array | null {
  if (baseline === 'exact' || baseline === 'float64') return references[baseline];
  if (typeof baseline === 'number') return rows.find(({ batch }) => batch === baseline)?.values ?? null;
  return rows.find(({ batch }) => batch === at)?.other?.values ?? null;
}
