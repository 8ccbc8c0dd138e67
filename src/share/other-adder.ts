import type { AdderName } from '../numerics/group-sizes';
import type { Baseline } from './special-settings';

/** The adder of a baseline that is the same call on another one; null for any other baseline. */
export function otherAdderOf(baseline: Baseline): AdderName | null {
  return typeof baseline === 'string' && baseline.startsWith('on-') ? (baseline.slice(3) as AdderName) : null;
}

/** Whether every row of a whole call is the same one: it is compared with itself elsewhere in the call, and not on another adder. */
export function repeatsRow({ against, baseline }: { readonly against: string; readonly baseline: Baseline }): boolean {
  return against === 'elsewhere' && otherAdderOf(baseline) === null;
}
