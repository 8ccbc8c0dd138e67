import type { Dtype } from '../numerics/dtypes';
import { stepsBetween, UNIT_ROUNDOFFS } from '../numerics/dtypes';
import { gamma } from '../orders/height';
import type { ComparedPair } from '../pasted/compared-pair';
import { median } from './quantile';

/** The scale of the rounding errors: from x and W, or guessed from the outputs. */
export interface Scale {
  readonly kind: 'exact' | 'estimated';
  readonly absSum: Float64Array;
}

/** Where two results stand to what an order of addition can do. */
export type Finding =
  /** Equal to the bit. */
  | 'equal'
  /** Every difference is of the size that two orders make: at most 2·√h·u·Σ|x·w|. */
  | 'normal'
  /** Some difference is above 2·γ_h·Σ|x·w|, which no two orders of K products reach. */
  | 'beyond'
  /** Some difference lies between the two. */
  | 'between'
  /** One side is NaN or infinite where the other isn't. */
  | 'nonfinite'
  /** The printouts are rounded more coarsely than the differences that are normal. */
  | 'digits'
  /** K is not known. */
  | 'no-products';

/** A largest value and the element that has it; −1 where there is none. */
export interface Largest {
  readonly value: number;
  readonly index: number;
  readonly median: number;
}

export interface Judgement {
  readonly finding: Finding;
  /** Elements whose numbers differ by more than rounding one of the printouts does. */
  readonly differing: number;
  readonly of: number;
  readonly absolute: Largest;
  readonly ulp: Largest;
  /** Relative to Σ|x·w|; null without a scale. */
  readonly relative: Largest | null;
  /** The same element's 2·√h·u·Σ|x·w| and 2·γ_h·Σ|x·w|; null without K. */
  readonly typical: number | null;
  readonly most: number | null;
  /** The largest slack of the printouts, 0 if they show enough. */
  readonly slack: number;
  /** From about how many products on the difference would be normal; for a reader who doesn't know K. */
  readonly normalFrom: number | null;
}

/**
 * Without x and W: √K · rms(outputs), and never less than the output itself. By Cauchy and Schwarz Σ|p| ≤ √K·√Σp², and
 * √Σp² is the outputs' root mean square where the products' signs fall as by chance. It is too small where they cancel
 * more than that.
 */
export function estimatedScale({ actual, expected }: ComparedPair, products: number): Scale {
  const level = Math.sqrt(products) * rootMeanSquare(expected);
  return { kind: 'estimated', absSum: actual.map((a, i) => Math.max(level, finite(a), finite(expected[i]!))) };
}

function finite(value: number): number {
  return Number.isFinite(value) ? Math.abs(value) : 0;
}

function rootMeanSquare(values: Float64Array): number {
  const known = values.filter(Number.isFinite);
  const largest = known.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (largest === 0) return 0;
  return largest * Math.sqrt(known.reduce((sum, value) => sum + (value / largest) ** 2, 0) / known.length);
}

/** u of the sum itself: libraries add up short types in float32 and round the result once. */
export function sumRoundoff(dtype: Dtype): number {
  return Math.min(UNIT_ROUNDOFFS[dtype], UNIT_ROUNDOFFS.float32);
}

/** What the last rounding to a short type adds to the difference of two results. */
function outputRounding(dtype: Dtype, a: number, b: number): number {
  return UNIT_ROUNDOFFS[dtype] > UNIT_ROUNDOFFS.float32 ? UNIT_ROUNDOFFS[dtype] * (Math.abs(a) + Math.abs(b)) : 0;
}

/** No tree of K products and a bias is higher: one rounding of a product and K additions. */
export function greatestHeight(products: number): number {
  return products + 1;
}

/** Two results against what two orders of adding K products can do (Higham 2002, §4.2; Higham and Mary 2019). */
export function judgeDifference(pair: ComparedPair, products: number | null, scale: Scale | null): Judgement {
  const { actual, expected, slack, dtype } = pair;
  const h = products === null ? null : greatestHeight(products);
  const size = actual.map((a, i) => (same(a, expected[i]!) ? 0 : Math.abs(a - expected[i]!)));
  const steps = actual.map((a, i) => (same(a, expected[i]!) ? 0 : Math.abs(stepsBetween(dtype, expected[i]!, a))));
  const relative = scale && size.map((d, i) => (d === 0 ? 0 : d / scale.absSum[i]!));
  let [differing, broken, beyond, above, unsure] = [0, 0, 0, 0, 0];
  let [worst, worstRatio] = [-1, -1];
  const limits = (i: number): [typical: number, most: number] => {
    const last = outputRounding(dtype, actual[i]!, expected[i]!);
    const S = scale?.absSum[i] ?? 0;
    const any = 2 * gamma(h ?? 0, UNIT_ROUNDOFFS[dtype]) * S;
    return [2 * Math.sqrt(h ?? 0) * sumRoundoff(dtype) * S + last, Number.isNaN(any) ? last : any + last];
  };
  for (let i = 0; i < size.length; i++) {
    const d = size[i]!;
    if (d > slack[i]! * (1 - 1e-9) || Number.isNaN(d)) differing += 1;
    if (!Number.isFinite(d)) broken += 1;
    if (h === null || scale === null) continue;
    const [typical, most] = limits(i);
    if (d - slack[i]! > most) beyond += 1;
    else if (d - slack[i]! > typical) above += 1;
    else if (d + slack[i]! > typical) unsure += 1;
    const ratio = typical > 0 ? d / typical : d > 0 ? Infinity : 0;
    if (ratio > worstRatio) [worst, worstRatio] = [i, ratio];
  }
  const largestSlack = slack.reduce((most, one) => Math.max(most, one), 0);
  const finding = ((): Finding => {
    if (differing === 0 && largestSlack === 0) return 'equal';
    if (broken > 0) return 'nonfinite';
    if (h === null || scale === null) return 'no-products';
    return beyond > 0 ? 'beyond' : above > 0 ? 'between' : unsure > 0 ? 'digits' : 'normal';
  })();
  const [typical, most] = worst < 0 ? [null, null] : limits(worst);
  const absolute = largest(size);
  const level = rootMeanSquare(expected);
  return {
    finding,
    differing,
    of: size.length,
    absolute,
    ulp: largest(steps),
    relative: relative && largest(relative),
    typical,
    most,
    slack: largestSlack,
    // 2·√K·u·(√K·rms) reaches the difference.
    normalFrom: level > 0 && Number.isFinite(absolute.value) ? Math.max(1, Math.ceil(absolute.value / (2 * sumRoundoff(dtype) * level))) : null,
  };
}

function same(a: number, b: number): boolean {
  return a === b || (Number.isNaN(a) && Number.isNaN(b));
}

function largest(values: Float64Array): Largest {
  let index = values.length > 0 ? 0 : -1;
  for (let i = 1; i < values.length; i++) if (values[i]! > values[index]! || (Number.isNaN(values[i]!) && !Number.isNaN(values[index]!))) index = i;
  return { value: values[index] ?? NaN, index, median: median(values) };
}
