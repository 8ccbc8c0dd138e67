import type { Dtype } from '../numerics/dtypes';
import { gamma } from '../orders/height';
import type { Judgement } from './judgement';
import { greatestHeight, sumRoundoff } from './sum-roundoff';

/** A rule's verdict on finite differences. */
export type Ruling = Pick<Judgement, 'finding' | 'rule' | 'worst' | 'typical' | 'most' | 'limits' | 'isTheorem' | 'spread' | 'flips' | 'scale' | 'usual'>;

/** The ruling if no rule applies. */
export const NO_RULING: Ruling = { finding: 'none', rule: null, worst: -1, typical: null, most: null, limits: null, isTheorem: false, spread: null, flips: null, scale: null, usual: null };

/** The least Σ|x·w| with which two orders of K products could differ by d: d / 2γ_h (Higham 2002, §4.2). */
export function neededAbsSum(d: number, products: number, dtype: Dtype): number {
  return d / (2 * gamma(greatestHeight(products), sumRoundoff(dtype)));
}

/**
 * How many results in a short type may differ by an ulp: two sums that differ by δ round apart with probability δ/ulp. The
 * expected count plus four of its standard deviations, plus three for counts near 0.
 */
export function flipLimit(expected: number): number {
  return expected + 4 * Math.sqrt(expected) + 3;
}
