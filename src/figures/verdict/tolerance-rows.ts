import type { ComparedPair } from '../../pasted/compared-pair';
import type { SuggestedTolerance } from '../../experiments/suggest-tolerance';
import type { NamedTolerance, ToleranceVerdict } from '../../numerics/tolerance';
import { DEFAULT_TOLERANCES, toleranceVerdict } from '../../numerics/tolerance';

export interface ToleranceRow {
  readonly tolerance: NamedTolerance;
  readonly verdict: ToleranceVerdict;
  /** With a and b changed over. */
  readonly swapped: ToleranceVerdict;
  /** The worst number's |a − b| and what the test allows there. */
  readonly difference: number;
  readonly allowed: number;
}

/** What the libraries' tests say with their defaults for this type, and what the suggested tolerance says. */
export function toleranceRows({ actual, expected, dtype, slack }: ComparedPair, suggested: SuggestedTolerance | null): ToleranceRow[] {
  const own: NamedTolerance[] = suggested === null ? [] : [{ id: 'suggested', label: 'the tolerance suggested', dtype: 'any', rtol: suggested.rtol, atol: suggested.atol }];
  // The libraries test float32 in float32; numbers that were printed rounded are none.
  const arithmetic = dtype === 'float32' && slack.every((one) => one === 0) ? 'float32' : 'float64';
  return [...DEFAULT_TOLERANCES.filter((tolerance) => tolerance.dtype === dtype || tolerance.dtype === 'any'), ...own].map((tolerance) => {
    const test = { ...tolerance, arithmetic } as const;
    const verdict = toleranceVerdict(actual, expected, test);
    const [a, b] = [actual[verdict.worstIndex] ?? NaN, expected[verdict.worstIndex] ?? NaN];
    const difference = Object.is(a, b) ? 0 : Math.abs(a - b);
    return { tolerance, verdict, swapped: toleranceVerdict(expected, actual, test), difference, allowed: tolerance.atol + tolerance.rtol * Math.abs(b) };
  });
}
