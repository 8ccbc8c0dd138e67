import type { ExpectedRange } from '../../experiments/expected-range';
import { expectedRanges } from '../../experiments/expected-range';
import type { Judgement, Scale } from '../../experiments/judge-difference';
import { estimatedScale, judgeDifference, sumRoundoff } from '../../experiments/judge-difference';
import type { Dtype } from '../../numerics/dtypes';
import type { ComparedPair, PastedLayer } from '../../pasted/compared-pair';
import { comparePasted, pastedLayer, scaleOf } from '../../pasted/compared-pair';
import type { PastedArray } from '../../pasted/pasted-array';
import type { ParseError } from '../../lib/result';
import type { VerdictState } from './tolerance-store';

export interface Judged {
  readonly pair: ComparedPair;
  readonly judgement: Judgement;
  readonly products: number | null;
  readonly scale: Scale | null;
  readonly absSum: number | null;
  readonly ranges: readonly ExpectedRange[];
  /** Why x and W can't be used. */
  readonly layerProblem: ParseError | null;
}

/** What there is to judge: two results, and x and W behind them where they are given. */
type Given = Pick<VerdictState, 'pair' | 'dtype' | 'products'> & { readonly x: PastedArray | undefined; readonly weight: PastedArray | undefined };

/** What the two results amount to. */
export function judgedOf({ pair: [first, second], dtype, products: given, x, weight }: Given): Judged {
  const pair = compared(first, second, dtype);
  const layer = x && weight ? pastedLayer(x, weight, pair.actual.length) : null;
  const data = layer?.ok ? layer.value : null;
  const products = data?.products ?? given;
  const scale = scaleFor(pair, products, data);
  return {
    pair,
    judgement: judgeDifference(pair, products, scale),
    products,
    scale,
    absSum: scale && scale.absSum.reduce((most, one) => Math.max(most, one), 0),
    ranges: products === null ? [] : expectedRanges(products, sumRoundoff(pair.dtype), data && { ...data, inFeatures: data.products, bias: null }),
    layerProblem: layer && !layer.ok ? layer.error : null,
  };
}

function compared(first: PastedArray, second: PastedArray, dtype: Dtype | null): ComparedPair {
  const pair = comparePasted(first, second, dtype);
  // The store keeps pairs that fit only, and a type makes none unfit.
  if (!pair.ok) throw new Error(pair.error.message);
  return pair.value;
}

function scaleFor(pair: ComparedPair, products: number | null, data: PastedLayer | null): Scale | null {
  if (data !== null) return { kind: 'exact', absSum: scaleOf(data, pair.expected) };
  return products === null ? null : estimatedScale(pair, products);
}
