import type { LayerData } from '../linear/layer';
import { spacingAt } from '../numerics/dtypes';
import { gamma } from '../orders/height';
import type { Order } from '../orders/order';
import type { ComparedPair } from '../pasted/compared-pair';
import { judgeOrders } from './judge-orders';
import type { Finding } from './judgement';
import { layerScale } from './layer-scale';
import { upperNormalQuantile } from './normal-quantile';
import { orderSpread } from './order-spread';
import type { Ruling } from './ruling';
import { flipLimit } from './ruling';
import { greatestHeight, isShort, lastRounding, sumRoundoff } from './sum-roundoff';

/** How often a difference due to order alone exceeds the limit at some output. */
const RISK = 1e-3;
/** Safety factor, chosen rather than derived: at a single output, another order’s partial sums can be larger than those of all orders tried. Without it, about one in a thousand random pairs failed. */
const MARGIN = 1.25;

/**
 * The σ rule. Results of the same numbers in two orders differ by a sum of rounding errors whose standard deviation is at most
 * √2·σ, where σ² = Σ ulp(node)²/12 over the products and partial sums of the order with the largest sum (`roundingVariance`).
 * `normal` if every |d|/√2σ is below 1.25 times the normal quantile for 10⁻³/2N, and their root mean square is at most
 * max(1 + 3/√2N, 1.05); `beyond` above 2·(γ_h·Σ|x·w| + K·2⁻¹⁵⁰), a bound for every order, underflow included (Higham 2002,
 * §2.1 and §4.2).
 *
 * A short type adds its final rounding: half an ulp on either side, at as many outputs as the sums' differences make likely.
 *
 * @param size |actual − expected|, finite
 * @param withoutBias the layer has no bias; otherwise a bias that it does not bring is estimated from the results
 */
export function* judgeByLayer(pair: ComparedPair, size: Float64Array, layer: LayerData, withoutBias: boolean, recorded: readonly Order[]): Generator<null, Ruling, void> {
  const { actual, expected, slack, dtype } = pair;
  const { inFeatures: K } = layer;
  const u = sumRoundoff(dtype);
  const { absSum, bias, hasBias, isExact, isNormal } = yield* layerScale(layer, withoutBias || isShort(dtype) ? null : expected, u);
  const bound = 2 * gamma(greatestHeight(K), u);
  const scale = { kind: 'exact', absSum } as const;
  const hasOneOrder = K === 1 && !hasBias;
  const standard = judgeOrders(K, hasBias);
  const byShare = [...size.keys()].sort((i, j) => size[j]! / absSum[j]! - size[i]! / absSum[i]!);
  const { outputs, sigma } = isExact || hasOneOrder ? { outputs: Int32Array.from(size.keys()), sigma: new Float64Array(size.length) } : yield* orderSpread(layer, [...standard, ...recorded], bias, u, byShare, standard.length);
  const N = outputs.length;
  const z = upperNormalQuantile(RISK / (2 * N));

  let [beyond, above, unsure, worst, worstRatio] = [0, 0, 0, -1, -1];
  let [sum, sumUnsure, flips, flipsUnsure, flipsExpected] = [0, 0, 0, 0, 0];
  // 2⁻¹⁰⁷⁵, half the spacing of float64's subnormals, is not representable.
  const underflow = 2 * K * (dtype === 'float64' ? 2 ** -1074 : 2 ** -150);
  const limits = (at: number, last: number): readonly [typical: number, most: number] => {
    const most = isExact || hasOneOrder ? 0 : bound * absSum[outputs[at]!]! + underflow;
    return [Math.min(MARGIN * z * Math.SQRT2 * sigma[at]!, most) + last, most + last];
  };
  const lastAt = (at: number): number => lastRounding(dtype, actual[outputs[at]!]!, expected[outputs[at]!]!);
  let [largestTypical, largestMost] = [0, 0];
  const usual = { outputs, limits: new Float64Array(N) };
  for (let at = 0; at < N; at++) {
    const i = outputs[at]!;
    const [typical, most] = limits(at, lastAt(at));
    const [sums, any] = limits(at, 0);
    usual.limits[at] = sums;
    [largestTypical, largestMost] = [Math.max(largestTypical, sums), Math.max(largestMost, any)];
    const [low, high] = [Math.max(0, size[i]! - slack[i]!), size[i]! + slack[i]!];
    if (low > most) beyond += 1;
    else if (low > typical) above += 1;
    else if (high > typical) unsure += 1;
    const ratio = typical > 0 ? size[i]! / typical : size[i]! > 0 ? Infinity : 0;
    if (ratio > worstRatio) [worst, worstRatio] = [at, ratio];
    const deviation = Math.SQRT2 * sigma[at]!;
    if (isShort(dtype)) {
      const step = spacingAt(dtype, Math.max(Math.abs(actual[i]!), Math.abs(expected[i]!)));
      flips += low >= step / 2 ? 1 : 0;
      flipsUnsure += high >= step / 2 ? 1 : 0;
      // The mean of |δ| is √(2/π) times its standard deviation.
      flipsExpected += Math.min(1, (deviation * Math.sqrt(2 / Math.PI)) / step);
    } else if (deviation > 0) {
      sum += (low / deviation) ** 2;
      sumUnsure += (high / deviation) ** 2;
    }
  }
  const spread = { value: Math.sqrt(sum / N), limit: 1 + Math.max(3 / Math.sqrt(2 * N), 0.05) };
  const flipped = { value: flips, limit: flipLimit(flipsExpected) };
  const isWide = isShort(dtype) ? flips > flipped.limit : spread.value > spread.limit;
  const mayBeWide = isShort(dtype) ? flipsUnsure > flipped.limit : Math.sqrt(sumUnsure / N) > spread.limit;
  const finding: Finding = beyond > 0 ? 'beyond' : above > 0 || isWide ? 'between' : unsure > 0 || mayBeWide ? 'digits' : 'normal';
  const [typical, most] = worst < 0 ? [null, null] : limits(worst, lastAt(worst));
  return {
    finding,
    rule: hasOneOrder ? 'one-order' : isExact ? 'exact' : 'sigma',
    worst: outputs[worst] ?? -1,
    typical,
    most,
    limits: { typical: largestTypical, most: largestMost },
    isTheorem: isNormal,
    spread: isShort(dtype) ? null : spread,
    flips: isShort(dtype) ? flipped : null,
    scale,
    usual,
  };
}
