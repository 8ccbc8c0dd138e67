import type { Dtype } from '../numerics/dtypes';
import { UNIT_ROUNDOFFS } from '../numerics/dtypes';
import type { NamedTolerance } from '../numerics/tolerance';
import { DEFAULT_TOLERANCES, toleranceVerdict } from '../numerics/tolerance';
import { gamma } from '../orders/height';
import type { ComparedPair } from '../pasted/compared-pair';
import type { Finding, Judgement } from './judgement';
import { greatest } from './quantile';
import { greatestHeight, isShort, sumRoundoff } from './sum-roundoff';
import { certainHeight } from './tensor-core-bound';

/** What orders usually do, with a margin; or the bound, which no order can exceed, nor a tensor core where it may be at work. */
export type ToleranceKind = 'likely' | 'certain';

export interface RelativeAndAbsolute {
  readonly rtol: number;
  readonly atol: number;
}

export interface SuggestedTolerance extends RelativeAndAbsolute {
  /** Set if it is the default of `torch.testing.assert_close`, kept because it passes; null if it is `fitted`. */
  readonly keeps: NamedTolerance | null;
  /** Fits these sums: two orders pass it. Except for rounding up, never looser at the largest result than a default that passes. */
  readonly fitted: RelativeAndAbsolute;
}

/** The usual limit of two orders is at five standard deviations; this adds half of it as a margin. */
const ROOM = 1.5;

const FLAGGED: readonly Finding[] = ['between', 'beyond', 'no-scale'];

/**
 * A tolerance for two results of one sum of K products. It is absolute, since the error of a sum scales with Σ|x·w| and not
 * with the result: 1.5 times the largest difference that two orders usually make at any output (`likely`), or the largest
 * 2·γ_h·Σ|x·w| (`certain`; h is `certainHeight`), rounded up to two digits. `rtol` covers the final rounding to a short type. Null if there is
 * nothing to judge by.
 *
 * The default of `assert_close` is kept if it passes and the difference is one that orders make.
 */
export function suggestTolerance(kind: ToleranceKind, pair: ComparedPair, judgement: Pick<Judgement, 'finding' | 'limits' | 'scale'>, products: number | null): SuggestedTolerance | null {
  const { dtype, actual, expected, slack } = pair;
  const { limits, scale, finding } = judgement;
  if (products === null || (limits === null && scale === null)) return null;
  const largestSum = scale ? greatest(scale.absSum) : 0;
  const most = limits?.most ?? 2 * gamma(greatestHeight(products), sumRoundoff(dtype)) * largestSum;
  const named = defaultOf(dtype);
  const arithmetic = dtype === 'float32' && slack.every((one) => one === 0) ? 'float32' : 'float64';
  const passes = named !== undefined && toleranceVerdict(actual, expected, { ...named, arithmetic }).close;
  // Where every order is exact, so is a tensor core: it keeps as many bits of its terms as float32 has.
  const certain = most === 0 ? 0 : Math.max(most, 2 * gamma(certainHeight(dtype, products), sumRoundoff(dtype)) * largestSum);
  const own = kind === 'certain' ? certain : Math.min(most, ROOM * (limits?.typical ?? most));
  const largest = expected.reduce((size, value) => (Number.isFinite(value) ? Math.max(size, Math.abs(value)) : size), 0);
  const atol = roundedUp(passes && kind === 'likely' ? Math.min(own, named.atol + named.rtol * largest) : own);
  // Relative to only one of the two, so slightly more than 2u.
  const fitted = { rtol: roundedUp(isShort(dtype) ? (2 * UNIT_ROUNDOFFS[dtype]) / (1 - UNIT_ROUNDOFFS[dtype]) : 0), atol };
  const keeps = passes && kind === 'likely' && !FLAGGED.includes(finding) ? named : null;
  return keeps === null ? { ...fitted, keeps, fitted } : { rtol: keeps.rtol, atol: keeps.atol, keeps, fitted };
}

/** The default tolerance of `torch.testing.assert_close` for this type. */
function defaultOf(dtype: Dtype): NamedTolerance | undefined {
  return DEFAULT_TOLERANCES.find(({ id }) => id === `assert-close-${dtype}`);
}

/** Rounds up to two significant digits; 0, infinities and NaN stay as they are. */
function roundedUp(x: number): number {
  if (!(x > 0) || x === Infinity) return x;
  const near = Number(x.toPrecision(2));
  if (near >= x) return near;
  const exponent = Number(x.toExponential().split('e')[1]);
  return Number((near + 10 ** (exponent - 1)).toPrecision(2));
}
