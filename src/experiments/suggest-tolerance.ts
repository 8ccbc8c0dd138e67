import type { Dtype } from '../numerics/dtypes';
import { UNIT_ROUNDOFFS } from '../numerics/dtypes';
import { gamma } from '../orders/height';
import { greatestHeight, sumRoundoff } from './judge-difference';

/** √h·u, which holds with high probability, or h·u, which no order can pass. */
export type ToleranceKind = 'likely' | 'certain';

export interface SuggestedTolerance {
  readonly rtol: number;
  readonly atol: number;
}

/**
 * A tolerance for two results of one sum of K products: 2·√h·u·S or 2·γ_h·S as `atol`, rounded up to two digits. It is
 * absolute, since the error of a sum goes with Σ|x·w| and not with what is left of it; `rtol` takes the last rounding to
 * a short type.
 *
 * @param absSum the largest Σ|x·w| of the outputs
 */
export function suggestTolerance(kind: ToleranceKind, dtype: Dtype, products: number, absSum: number): SuggestedTolerance {
  const u = sumRoundoff(dtype);
  const h = greatestHeight(products);
  const factor = kind === 'likely' ? Math.sqrt(h) * u : gamma(h, u);
  // Relative to one of the two only, so a little more than 2u.
  const rtol = UNIT_ROUNDOFFS[dtype] > UNIT_ROUNDOFFS.float32 ? (2 * UNIT_ROUNDOFFS[dtype]) / (1 - UNIT_ROUNDOFFS[dtype]) : 0;
  return { rtol: roundedUp(rtol), atol: roundedUp(2 * factor * absSum) };
}

/** Up to two significant digits; 0, infinities and NaN stay. */
function roundedUp(x: number): number {
  if (!(x > 0) || x === Infinity) return x;
  const near = Number(x.toPrecision(2));
  if (near >= x) return near;
  const exponent = Number(x.toExponential().split('e')[1]);
  return Number((near + 10 ** (exponent - 1)).toPrecision(2));
}
