import type { Dtype } from '../numerics/dtypes';
import { UNIT_ROUNDOFFS } from '../numerics/dtypes';
import type { NamedTolerance } from '../numerics/tolerance';
import { DEFAULT_TOLERANCES, toleranceVerdict } from '../numerics/tolerance';
import { gamma } from '../orders/height';
import type { ComparedPair } from '../pasted/compared-pair';
import type { Finding, Judgement } from './judgement';
import { greatestHeight, isShort, sumRoundoff } from './sum-roundoff';

/** What orders usually do, with room; or h·u, which no order can pass. */
export type ToleranceKind = 'likely' | 'certain';

export interface RelativeAndAbsolute {
  readonly rtol: number;
  readonly atol: number;
}

/** A tolerance to use. */
export interface SuggestedTolerance extends RelativeAndAbsolute {
  /** It is the default of `torch.testing.assert_close`, which passes and stays; null where it is `fitted`. */
  readonly keeps: NamedTolerance | null;
  /** What fits these sums: two orders pass it. Never looser at the largest result than a default that passes, but for rounding it up. */
  readonly fitted: RelativeAndAbsolute;
}

/** Two orders' usual limit is at five deviations; half of it again as room. */
const ROOM = 1.5;

const FLAGGED: readonly Finding[] = ['between', 'beyond', 'no-scale'];

/**
 * A tolerance for two results of one sum of K products. What fits is absolute, since the error of a sum goes with Σ|x·w| and not
 * with what is left of it: 1.5 times the largest difference that two orders usually make at any output (`likely`), or the largest
 * 2·γ_h·Σ|x·w| (`certain`), rounded up to two digits. `rtol` takes the last rounding to a short type. Null where nothing is
 * known to judge by.
 *
 * The default of `assert_close` stays where it passes and the difference is one that orders make.
 */
export function suggestTolerance(kind: ToleranceKind, pair: ComparedPair, judgement: Pick<Judgement, 'finding' | 'limits' | 'scale'>, products: number | null): SuggestedTolerance | null {
  const { dtype, actual, expected, slack } = pair;
  const { limits, scale, finding } = judgement;
  if (products === null || (limits === null && scale === null)) return null;
  const largestSum = scale?.absSum.reduce((most, one) => Math.max(most, one), 0) ?? 0;
  const most = limits?.most ?? 2 * gamma(greatestHeight(products), sumRoundoff(dtype)) * largestSum;
  const named = defaultOf(dtype);
  const arithmetic = dtype === 'float32' && slack.every((one) => one === 0) ? 'float32' : 'float64';
  const passes = named !== undefined && toleranceVerdict(actual, expected, { ...named, arithmetic }).close;
  const own = kind === 'certain' ? most : Math.min(most, ROOM * (limits?.typical ?? most));
  const largest = expected.reduce((size, value) => (Number.isFinite(value) ? Math.max(size, Math.abs(value)) : size), 0);
  const atol = roundedUp(passes && kind === 'likely' ? Math.min(own, named.atol + named.rtol * largest) : own);
  // Relative to one of the two only, so a little more than 2u.
  const fitted = { rtol: roundedUp(isShort(dtype) ? (2 * UNIT_ROUNDOFFS[dtype]) / (1 - UNIT_ROUNDOFFS[dtype]) : 0), atol };
  const keeps = passes && kind === 'likely' && !FLAGGED.includes(finding) ? named : null;
  return keeps === null ? { ...fitted, keeps, fitted } : { rtol: keeps.rtol, atol: keeps.atol, keeps, fitted };
}

/** What `torch.testing.assert_close` does with this type when nobody gives a tolerance. */
function defaultOf(dtype: Dtype): NamedTolerance | undefined {
  return DEFAULT_TOLERANCES.find(({ id }) => id === `assert-close-${dtype}`);
}

/** Up to two significant digits; 0, infinities and NaN stay. */
function roundedUp(x: number): number {
  if (!(x > 0) || x === Infinity) return x;
  const near = Number(x.toPrecision(2));
  if (near >= x) return near;
  const exponent = Number(x.toExponential().split('e')[1]);
  return Number((near + 10 ** (exponent - 1)).toPrecision(2));
}
