import type { Explanation } from '../../experiments/explained';
import { withExplanation } from '../../experiments/explained';
import { judging } from '../../experiments/judge-difference';
import type { Judgement, Scale } from '../../experiments/judgement';
import type { OrderDifference } from '../../experiments/order-differences';
import { orderDifferences } from '../../experiments/order-differences';
import { greatest } from '../../experiments/quantile';
import type { ShortInputFit } from '../../experiments/short-input-fit';
import { shortInputFit } from '../../experiments/short-input-fit';
import { sumRoundoff } from '../../experiments/sum-roundoff';
import type { ParseError } from '../../lib/result';
import type { LayerData } from '../../linear/layer';
import type { Order } from '../../orders/order';
import type { ComparedPair } from '../../pasted/compared-pair';
import { comparePasted, pastedLayer } from '../../pasted/compared-pair';
import type { FigureValues } from '../../share/figure-settings';
import type { Comparable, KnownResults } from '../../store/pasted';

/** Two results as numbers of one type, and the layer behind them. */
interface Paired {
  /** What the boxes hold. */
  readonly compared: Comparable;
  readonly pair: ComparedPair;
  /** x, W and b, where they are given and fit. */
  readonly layer: LayerData | null;
  /** Why x and W can't be used. */
  readonly layerProblem: ParseError | null;
}

export interface Judged extends Paired {
  readonly judgement: Judgement;
  readonly products: number | null;
  readonly scale: Scale | null;
  readonly absSum: number | null;
  /** What a few orders do on these numbers, or on random ones without x and W. */
  readonly orders: readonly OrderDifference[];
  /** The short format whose rounding of the inputs a result fits, where the difference is unusual and x and W are known; else null. */
  readonly shortInputs: (ShortInputFit & { readonly side: 'first' | 'second' }) | null;
}

/** The two results by the type that the reader says they have. */
export function pairedOf(compared: Comparable, dtype: FigureValues<'verdict'>['dtype']): Paired {
  const [first, second] = compared.pair;
  const { x, weight, bias } = compared;
  const pair = comparePasted(first, second, dtype === 'printed' ? null : dtype);
  // Only pairs that fit are shown, and a type makes none unfit.
  if (!pair.ok) throw new Error(pair.error.message);
  const found = x && weight ? pastedLayer(x, weight, bias, pair.value.actual.length) : null;
  return { compared, pair: pair.value, layer: found?.ok ? found.value : null, layerProblem: found && !found.ok ? found.error : null };
}

/**
 * What the two results amount to, in steps of a millisecond or two.
 *
 * @param given K as the reader says it, 0 for not known; x decides where it is given
 * @param recorded orders of K products that libraries were found to add in
 */
export function* judgedOf(paired: Paired, given: number, recorded: readonly Order[]): Generator<null, Judged, void> {
  const { pair, layer } = paired;
  const products = layer?.inFeatures ?? (given === 0 ? null : given);
  const judgement = yield* judging(pair, { products, hasBias: layer?.bias ? true : null, layer, orders: recorded });
  const { scale, usual, share } = judgement;
  return {
    ...paired,
    judgement,
    products,
    scale,
    absSum: scale && greatest(scale.absSum),
    orders: products === null || share === null ? [] : orderDifferences(products, sumRoundoff(pair.dtype), layer && usual && { layer, usual }),
    shortInputs: layer !== null && pair.dtype === 'float32' && (judgement.finding === 'between' || judgement.finding === 'beyond') ? yield* shortInputsOf(layer, pair) : null,
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
export function knownResults({ pair: { actual, expected, dtype, slack }, layer }: Paired): KnownResults | null {
  if (layer === null || dtype !== 'float32' || slack.some((one) => one !== 0)) return null;
  return { layer, results: [Float32Array.from(actual), Float32Array.from(expected)] };
}
