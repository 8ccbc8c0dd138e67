import { useMemo } from 'react';
import type { ExpectedRange } from '../../experiments/expected-range';
import { expectedRanges } from '../../experiments/expected-range';
import type { Judgement, Scale } from '../../experiments/judge-difference';
import { estimatedScale, judgeDifference, sumRoundoff } from '../../experiments/judge-difference';
import type { Dtype } from '../../numerics/dtypes';
import type { ComparedPair, PastedLayer } from '../../pasted/compared-pair';
import { comparePasted, pastedLayer, scaleOf } from '../../pasted/compared-pair';
import type { PastedArray } from '../../pasted/pasted-array';
import type { Complaint } from '../../result';
import { useVerdict } from './verdict-store';

export interface Judged {
  readonly pair: ComparedPair;
  readonly judgement: Judgement;
  readonly products: number | null;
  readonly scale: Scale | null;
  readonly absSum: number | null;
  readonly ranges: readonly ExpectedRange[];
  /** Why x and W can't be used. */
  readonly layerComplaint: Complaint | null;
}

/** What the two results amount to, computed in the page. */
export function useJudgement(): Judged {
  const [first, second] = useVerdict(({ pair }) => pair);
  const dtype = useVerdict((state) => state.dtype);
  const givenProducts = useVerdict((state) => state.products);
  const x = useVerdict(({ slots }) => slots.x.arrays?.[0]);
  const weight = useVerdict(({ slots }) => slots.weight.arrays?.[0]);
  const pair = useMemo(() => compared(first, second, dtype), [first, second, dtype]);
  const layer = useMemo(() => (x && weight ? pastedLayer(x, weight, pair.actual.length) : null), [x, weight, pair]);
  const data = layer?.ok ? layer.value : null;
  const products = data?.products ?? givenProducts;
  const scale = useMemo(() => scaleFor(pair, products, data), [pair, products, data]);
  const judgement = useMemo(() => judgeDifference(pair, products, scale), [pair, products, scale]);
  const ranges = useMemo(() => (products === null ? [] : expectedRanges(products, sumRoundoff(pair.dtype), data && { ...data, inFeatures: data.products, bias: null })), [products, pair.dtype, data]);
  return {
    pair,
    judgement,
    products,
    scale,
    absSum: scale && scale.absSum.reduce((most, one) => Math.max(most, one), 0),
    ranges,
    layerComplaint: layer && !layer.ok ? layer.error : null,
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
