import { runThrough } from '../lib/run-through';
import type { LayerData } from '../linear/layer';
import type { Dtype } from '../numerics/dtypes';
import { UNIT_ROUNDOFFS } from '../numerics/dtypes';
import { gamma } from '../orders/height';
import { judgeOrders } from './judge-orders';
import type { Finding, JudgingRule } from './judgement';
import { layerScale } from './layer-scale';
import { upperNormalQuantile } from './normal-quantile';
import { orderSpread } from './order-spread';
import { greatest } from './quantile';
import { neededAbsSum } from './ruling';
import { greatestHeight, isShort, sumRoundoff } from './sum-roundoff';

/** What an assertion reports, or a largest difference, without the two results. */
export interface DifferenceFigures {
  readonly dtype: Dtype;
  /** The largest |a − b|; null if not given. */
  readonly absolute: number | null;
  /** The largest |a − b| / |b|; null if not given. It may be at another element, and is infinite if b is 0. */
  readonly relative: number | null;
  /** How many numbers were compared; null if unknown. */
  readonly of: number | null;
}

/** What is known of the layer. */
export interface FiguresLayer {
  readonly products: number | null;
  readonly hasBias: boolean | null;
  /** x, W and b behind the results; null if unknown. */
  readonly layer: LayerData | null;
}

export interface FiguresJudgement {
  readonly finding: Extract<Finding, 'equal' | 'normal' | 'between' | 'beyond' | 'nonfinite' | 'no-products' | 'no-scale' | 'none'>;
  readonly rule: JudgingRule | 'relative' | null;
  /** A lower bound, from both figures together, on the result at the largest difference; null without both. */
  readonly leastResult: number | null;
  /** The limits of `normal` and `beyond`: for a largest relative difference under the rule `relative`, otherwise for an absolute one, at the output with the largest limit. */
  readonly typical: number | null;
  readonly most: number | null;
  /** The least Σ|x·w| for which orders could differ by `absolute`. */
  readonly neededAbsSum: number | null;
}

const RISK = 1e-3;

/**
 * Judges a difference without the two results. With x and W: by the limits of the output with the largest limits. Without:
 * relative differences of at most 2u·√K are `normal`, since Σ|x·w| ≥ |y|, so even a sum without cancellation has rounding
 * errors of that size. A larger one needs the results, or x and W: a result may be near 0.
 */
export function judgeFigures(figures: DifferenceFigures, { products: given, hasBias, layer }: FiguresLayer): FiguresJudgement {
  const { dtype, absolute, relative, of } = figures;
  const products = layer?.inFeatures ?? given;
  const none = { rule: null, leastResult: null, typical: null, most: null, neededAbsSum: null } as const;
  if (absolute === null && relative === null) return { ...none, finding: 'none' };
  if ((absolute !== null && !Number.isFinite(absolute)) || Number.isNaN(relative)) return { ...none, finding: 'nonfinite' };
  if (absolute === 0 || (absolute === null && relative === 0)) return { ...none, finding: 'equal' };
  const leastResult = absolute !== null && relative !== null && relative > 0 && relative < Infinity ? absolute / relative : null;
  const known = { ...none, leastResult, neededAbsSum: absolute === null || products === null ? null : neededAbsSum(absolute, products, dtype) };
  if (layer !== null && absolute !== null) return { ...known, ...byLayer(absolute, dtype, layer) };
  const short = isShort(dtype) ? 2 * UNIT_ROUNDOFFS[dtype] : 0;
  if (products === 1 && hasBias !== true) {
    const isOneStep = relative !== null && relative <= (short || (hasBias === null ? 4 * sumRoundoff(dtype) : 0)) * (1 + 1e-3);
    return { ...known, finding: isOneStep ? (short > 0 ? 'normal' : 'no-scale') : 'beyond', rule: 'one-order', typical: 0, most: 0 };
  }
  // Any K has at least two roundings.
  const typical = 2 * sumRoundoff(dtype) * Math.sqrt(products ?? 2) + short;
  if (relative !== null && relative <= typical * (1 + 1e-3)) return { ...known, finding: 'normal', rule: 'relative', typical };
  return { ...known, finding: products === null ? 'no-products' : 'no-scale', typical: relative === null ? null : typical };

  function byLayer(largest: number, type: Dtype, data: LayerData): Pick<FiguresJudgement, 'finding' | 'rule' | 'typical' | 'most'> {
    const u = sumRoundoff(type);
    const K = data.inFeatures;
    const { absSum, bias, isExact } = runThrough(layerScale(data, null, u));
    const standard = judgeOrders(K, data.bias !== null);
    const { sigma } = runThrough(orderSpread(data, standard, bias, u, [], standard.length));
    const N = of ?? absSum.length;
    const size = greatest(absSum);
    const last = isShort(type) ? 2 * UNIT_ROUNDOFFS[type] * size : 0;
    const most = isExact ? last : 2 * gamma(greatestHeight(K), u) * size + 2 * K * 2 ** -149 + last;
    const usual = Math.min(most, 1.25 * upperNormalQuantile(RISK / (2 * N)) * Math.SQRT2 * greatest(sigma) + last);
    return { finding: largest > most ? 'beyond' : largest > usual ? 'between' : 'normal', rule: isExact ? 'exact' : 'sigma', typical: usual, most };
  }
}
