import type { ExpectedRange } from '../../experiments/expected-range';
import { expectedRanges } from '../../experiments/expected-range';
import { judgeDifference } from '../../experiments/judge-difference';
import type { Judgement, Scale } from '../../experiments/judgement';
import { sumRoundoff } from '../../experiments/sum-roundoff';
import type { LayerData } from '../../linear/layer';
import type { Dtype } from '../../numerics/dtypes';
import type { ComparedPair } from '../../pasted/compared-pair';
import { comparePasted, pastedLayer } from '../../pasted/compared-pair';
import type { PastedArray } from '../../pasted/pasted-array';
import type { ParseError } from '../../lib/result';
import type { FigureValues } from '../../share/figure-settings';
import type { Comparable } from '../../store/pasted';

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

/** What the two results amount to, by what the reader says of them. */
export function judgedOf({ pair: [first, second], x, weight }: Comparable, { dtype, products: given }: Pick<FigureValues<'verdict'>, 'dtype' | 'products'>): Judged {
  const pair = compared(first, second, dtype === 'printed' ? null : dtype);
  const layer = x && weight ? pastedLayer(x, weight, pair.actual.length) : null;
  const data: LayerData | null = layer?.ok ? { ...layer.value, inFeatures: layer.value.products, bias: null } : null;
  const products = data?.inFeatures ?? (given === 0 ? null : given);
  const judgement = judgeDifference(pair, { products, hasBias: null, layer: data });
  const { scale } = judgement;
  return {
    pair,
    judgement,
    products,
    scale,
    absSum: scale && scale.absSum.reduce((most, one) => Math.max(most, one), 0),
    ranges: products === null ? [] : expectedRanges(products, sumRoundoff(pair.dtype), data),
    layerProblem: layer && !layer.ok ? layer.error : null,
  };
}

function compared(first: PastedArray, second: PastedArray, dtype: Dtype | null): ComparedPair {
  const pair = comparePasted(first, second, dtype);
  // Only pairs that fit are shown, and a type makes none unfit.
  if (!pair.ok) throw new Error(pair.error.message);
  return pair.value;
}
