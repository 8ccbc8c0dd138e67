import { runThrough } from '../lib/run-through';
import type { LayerData } from '../linear/layer';
import { stepsBetween } from '../numerics/dtypes';
import type { Order } from '../orders/order';
import type { ComparedPair } from '../pasted/compared-pair';
import type { Finding, Judgement, Largest, Scale, ShortInputSuspect } from './judgement';
import { judgeByLayer } from './judge-by-layer';
import { estimatedScale, judgeByOutputs, rootMeanSquare } from './judge-by-outputs';
import type { Ruling } from './ruling';
import { neededAbsSum, NO_RULING } from './ruling';
import { greatest, median } from './quantile';
import { isShort, lastRounding, sumRoundoff } from './sum-roundoff';
import { tensorCoreBounds } from './tensor-core-bound';
import { grainOf } from './value-grain';

/** What is known of the layer behind two results. */
export interface KnownLayer {
  /** K; null if the reader does not know it. x takes precedence if given. */
  readonly products: number | null;
  /** Whether a bias was added; null if unknown. */
  readonly hasBias: boolean | null;
  /** x (rows × K), W (N × K) and, if known, b; rows × N is the number of results. */
  readonly layer: LayerData | null;
  /** Recorded orders of K products, with or without the bias. */
  readonly orders?: readonly Order[];
}

/**
 * Judges whether the order of adding K products can explain how two results differ.
 *
 * With x and W, it goes by the spread of the rounding errors of a few orders on these numbers, and above 2·γ_h·Σ|x·w| by a
 * theorem (Higham 2002, §4.2). Without them, it goes by the outputs alone, if they can tell.
 */
export function judgeDifference(pair: ComparedPair, known: KnownLayer): Judgement {
  return runThrough(judging(pair, known));
}

/** `judgeDifference` in steps of a millisecond or two. */
export function* judging(pair: ComparedPair, known: KnownLayer): Generator<null, Judgement, void> {
  const { actual, expected, slack, dtype } = pair;
  const products = known.layer?.inFeatures ?? known.products;
  const size = actual.map((a, i) => (same(a, expected[i]!) ? 0 : Math.abs(a - expected[i]!)));
  const steps = actual.map((a, i) => (same(a, expected[i]!) ? 0 : Math.abs(stepsBetween(dtype, expected[i]!, a))));
  let [differing, broken, signedZeros] = [0, 0, 0];
  for (let i = 0; i < size.length; i++) {
    const d = size[i]!;
    if (d > slack[i]! * (1 - 1e-9) || Number.isNaN(d)) differing += 1;
    if (!Number.isFinite(d)) broken += 1;
    if (actual[i] === 0 && expected[i] === 0 && !Object.is(actual[i], expected[i])) signedZeros += 1;
  }
  const largestSlack = greatest(slack);
  const grains = grainsOf(pair);
  const rounded = grains && roundedSide(grains);
  let ruling: Ruling = NO_RULING;
  if (broken === 0 && products !== null && size.length > 0) {
    if (known.layer !== null) ruling = yield* judgeByLayer(pair, size, known.layer, known.hasBias === false, known.orders ?? []);
    else if (products === 1 && known.hasBias !== true) ruling = judgeOneProduct(pair, size, steps, known.hasBias);
    else ruling = judgeByOutputs(pair, size, products, cancellationOf(grains, rounded !== null), rounded !== null);
  }
  const finding = ((): Finding => {
    if (size.length === 0) return 'none';
    if (differing === 0 && largestSlack === 0) return signedZeros > 0 ? 'zeros' : 'equal';
    if (broken > 0) return 'nonfinite';
    if (products === null) return 'no-products';
    return ruling.finding;
  })();
  const scale = ruling.scale ?? (products === null || broken > 0 ? null : estimatedScale(pair, products));
  const relative = scale && largest(size.map((d, i) => (d === 0 ? 0 : d / scale.absSum[i]!)));
  const absolute = largest(size);
  const isLarge = finding === 'between' || finding === 'beyond' || finding === 'no-scale';
  return {
    ...ruling,
    finding,
    differing,
    of: size.length,
    signedZeros,
    absolute,
    ulp: largest(steps),
    relative,
    scale,
    share: shareOf(ruling, size),
    slack: largestSlack,
    normalFrom: normalFrom(pair, size),
    neededAbsSum: products === null ? null : neededAbsSum(absolute.value, products, dtype),
    grains,
    rounded,
    suspects: isLarge && relative !== null && !isShort(dtype) && dtype !== 'float64' ? suspectsFor(relative.value) : [],
    tensorCores: (finding === 'between' || finding === 'beyond') && scale !== null && products !== null ? tensorCoresFor(pair, size, scale, products) : null,
  };
}

function shareOf({ worst, typical, spread, flips }: Ruling, size: Float64Array): Judgement['share'] {
  if (worst < 0 || typical === null || !(typical > 0)) return null;
  const output = size[worst]! / typical;
  const together = spread ?? flips;
  const all = together !== null && together.limit > 0 ? together.value / together.limit : 0;
  return all > 1 && output <= 1 ? { value: all, of: 'all' } : { value: output, of: 'output' };
}

function same(a: number, b: number): boolean {
  return a === b || (Number.isNaN(a) && Number.isNaN(b));
}

function largest(values: Float64Array): Largest {
  let index = values.length > 0 ? 0 : -1;
  for (let i = 1; i < values.length; i++) if (values[i]! > values[index]! || (Number.isNaN(values[i]!) && !Number.isNaN(values[index]!))) index = i;
  return { value: values[index] ?? NaN, index, median: median(values) };
}

/** One product and nothing to add: no order can cause a difference, unless an unmentioned bias was fused in one of them. */
function judgeOneProduct({ actual, expected, slack, dtype }: ComparedPair, size: Float64Array, steps: Float64Array, hasBias: boolean | null): Ruling {
  let [worst, over, unsure, most] = [0, false, false, 0];
  for (let i = 0; i < size.length; i++) {
    const allowed = lastRounding(dtype, actual[i]!, expected[i]!);
    if (size[i]! > size[worst]!) worst = i;
    if (size[i]! - slack[i]! > allowed) [over, most] = [true, Math.max(most, steps[i]!)];
    else if (slack[i]! > 0) unsure = true;
  }
  const finding = over ? (hasBias === null && most <= 2 ? 'no-scale' : 'beyond') : unsure ? 'digits' : 'normal';
  const allowed = lastRounding(dtype, actual[worst]!, expected[worst]!);
  return { ...NO_RULING, finding, rule: 'one-order', worst, typical: allowed, most: allowed, limits: { typical: 0, most: 0 }, isTheorem: hasBias === false };
}

/** The grains of float32 results that are shown to the last bit. */
function grainsOf({ actual, expected, slack, dtype }: ComparedPair): Judgement['grains'] {
  if (dtype !== 'float32' || slack.some((one) => one > 0)) return null;
  const [a, b] = [grainOf(actual), grainOf(expected)];
  return a && b && { actual: a, expected: b };
}

function roundedSide({ actual, expected }: NonNullable<Judgement['grains']>): Judgement['rounded'] {
  if (actual.short !== null && expected.short === null) return { side: 'actual', format: actual.short };
  return expected.short !== null && actual.short === null ? { side: 'expected', format: expected.short } : null;
}

/** How many times larger than the results the partial sums were, judging by the last bits; 1 if these say nothing, or something else. */
function cancellationOf(grains: Judgement['grains'], isRounded: boolean): number {
  return grains === null || isRounded ? 1 : Math.max(grains.actual.cancellation, grains.expected.cancellation);
}

/**
 * About the smallest K for which the outputs alone would call it normal, as far as the digits tell: 5.5·u·√K·rms reaches the
 * largest difference, 0.6·u·√K·rms their rms. 1 where the digits may hide that the results are equal.
 */
function normalFrom({ expected, dtype, slack }: ComparedPair, size: Float64Array): number | null {
  const level = sumRoundoff(dtype) * rootMeanSquare(expected);
  const least = size.map((d, i) => Math.max(0, d - slack[i]!));
  const most = greatest(least);
  if (!(level > 0) || !Number.isFinite(most)) return null;
  const needed = Math.max(most / (5.5 * level), rootMeanSquare(least) / (0.6 * level)) ** 2;
  return Number.isFinite(needed) ? Math.max(1, Math.ceil(needed)) : null;
}

const FORMATS: readonly ShortInputSuspect[] = [
  { format: 'tf32', nearest: 2 ** -10, cut: 2 ** -9 },
  { format: 'float16', nearest: 2 ** -10, cut: 2 ** -9 },
  { format: 'bfloat16', nearest: 2 ** -7, cut: 2 ** -6 },
];

function suspectsFor(relative: number): ShortInputSuspect[] {
  return FORMATS.filter(({ cut }) => relative <= cut);
}

function tensorCoresFor({ actual, expected, dtype }: ComparedPair, size: Float64Array, { absSum }: Scale, products: number): Judgement['tensorCores'] {
  const bounds = products > 1 ? tensorCoreBounds(dtype, products) : null;
  if (bounds === null) return null;
  const [widest, narrowest] = bounds;
  return size.every((d, i) => d - lastRounding(dtype, actual[i]!, expected[i]!) <= widest.bound * absSum[i]!) ? { widest, narrowest } : null;
}
