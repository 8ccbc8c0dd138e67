import type { Explanation } from '../../experiments/explained';
import { withExplanation } from '../../experiments/explained';
import { judging } from '../../experiments/judge-difference';
import type { Judgement, Scale } from '../../experiments/judgement';
import type { OrderDifference } from '../../experiments/order-differences';
import { orderDifferences } from '../../experiments/order-differences';
import type { ShortInputFit } from '../../experiments/short-input-fit';
import { shortInputFit } from '../../experiments/short-input-fit';
import { sumRoundoff } from '../../experiments/sum-roundoff';
import type { ParseError } from '../../lib/result';
import type { LayerData } from '../../linear/layer';
import type { Dtype } from '../../numerics/dtypes';
import type { Order } from '../../orders/order';
import type { ComparedPair } from '../../pasted/compared-pair';
import { comparePasted, pastedLayer } from '../../pasted/compared-pair';
import type { PastedArray } from '../../pasted/pasted-array';
import type { FigureValues } from '../../share/figure-settings';
import type { Comparable, KnownResults } from '../../store/pasted';

export interface Judged {
  /** What was judged. */
  readonly compared: Comparable;
  readonly pair: ComparedPair;
  readonly judgement: Judgement;
  readonly products: number | null;
  /** x, W and b, where they are given and fit. */
  readonly layer: LayerData | null;
  readonly scale: Scale | null;
  readonly absSum: number | null;
  /** What a few orders do on these numbers, or on random ones without x and W. */
  readonly orders: readonly OrderDifference[];
  /** The short format whose rounding of the inputs a result fits, where the difference is unusual and x and W are known; else null. */
  readonly shortInputs: (ShortInputFit & { readonly side: 'first' | 'second' }) | null;
  /** Why x and W can't be used. */
  readonly layerProblem: ParseError | null;
}

/**
 * What the two results amount to, by what the reader says of them; in steps of a millisecond or two.
 *
 * @param recorded orders of K products that libraries were found to add in
 */
export function* judgedOf(compared: Comparable, { dtype, products: given }: Pick<FigureValues<'verdict'>, 'dtype' | 'products'>, recorded: readonly Order[]): Generator<null, Judged, void> {
  const [first, second] = compared.pair;
  const { x, weight, bias } = compared;
  const pair = paired(first, second, dtype === 'printed' ? null : dtype);
  const found = x && weight ? pastedLayer(x, weight, bias, pair.actual.length) : null;
  const layer = found?.ok ? found.value : null;
  const products = layer?.inFeatures ?? (given === 0 ? null : given);
  const judgement = yield* judging(pair, { products, hasBias: layer?.bias ? true : null, layer, orders: recorded });
  const { scale, usual, share } = judgement;
  return {
    compared,
    pair,
    judgement,
    products,
    layer,
    scale,
    absSum: scale && scale.absSum.reduce((most, one) => Math.max(most, one), 0),
    orders: products === null || share === null ? [] : orderDifferences(products, sumRoundoff(pair.dtype), layer && usual && { layer, usual }),
    shortInputs: layer !== null && pair.dtype === 'float32' && (judgement.finding === 'between' || judgement.finding === 'beyond') ? yield* shortInputsOf(layer, pair) : null,
    layerProblem: found && !found.ok ? found.error : null,
  };
}

function* shortInputsOf(layer: LayerData, { actual, expected }: ComparedPair): Generator<null, Judged['shortInputs'], void> {
  for (const [side, result] of [['first', actual], ['second', expected]] as const) {
    const fit = shortInputFit(layer, result);
    if (fit !== null) return { ...fit, side };
    yield null;
  }
  return null;
}

/** The same with the finding that follows from whose digits the results are. */
export function withExplained(judged: Judged, explanation: Explanation | null): Judged {
  return explanation === null ? judged : { ...judged, judgement: withExplanation(judged.judgement, explanation) };
}

/** The two results of a known layer, where both hold all bits of float32; else null. */
export function knownResults({ pair: [first, second], x, weight, bias }: Comparable, dtype: FigureValues<'verdict'>['dtype']): KnownResults | null {
  const pair = paired(first, second, dtype === 'printed' ? null : dtype);
  if (x === undefined || weight === undefined || pair.dtype !== 'float32' || pair.slack.some((one) => one !== 0)) return null;
  const layer = pastedLayer(x, weight, bias, pair.actual.length);
  return layer.ok ? { layer: layer.value, results: [Float32Array.from(pair.actual), Float32Array.from(pair.expected)] } : null;
}

function paired(first: PastedArray, second: PastedArray, dtype: Dtype | null): ComparedPair {
  const pair = comparePasted(first, second, dtype);
  // Only pairs that fit are shown, and a type makes none unfit.
  if (!pair.ok) throw new Error(pair.error.message);
  return pair.value;
}
