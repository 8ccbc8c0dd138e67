import { formatCount, layerTitle } from '../lib/words';
import { LIMITS } from '../lib/limits';
import type { GrowthSize } from './growth-grid';
import { growthProducts } from './growth-grid';

/** A value that fits the limits, and one sentence for each thing that was reduced. */
export interface Clamped<T> {
  readonly value: T;
  readonly notices: readonly string[];
}

/** Each of the exact, float64 and absolute references costs about as much as this many products. */
const REFERENCES = 3;

export interface LayerSize {
  /** K */
  readonly inFeatures: number;
  /** N */
  readonly outFeatures: number;
}

/** Every row counts three times: together, alone, and for its absolute sum. */
function wholeBatchProducts(layer: LayerSize, batch: number): number {
  return layer.inFeatures * layer.outFeatures * batch * 3;
}

/** Drops batch sizes from the end of the list until the sweep fits. */
export function clampSweep(layer: LayerSize, batches: readonly number[]): Clamped<readonly number[]> {
  const fits = Math.max(1, Math.floor(LIMITS.products / (layer.inFeatures * layer.outFeatures)) - REFERENCES);
  if (batches.length <= fits) return { value: batches, notices: [] };
  const notice = `${batches.length} batch sizes at ${layerTitle(layer)} are too much work for a page: the first ${fits} are shown.`;
  return { value: batches.slice(0, fits), notices: [notice] };
}

/** Reduces the batch until all its rows fit. */
export function clampWholeBatch(layer: LayerSize, batch: number): Clamped<number> {
  const fits = Math.max(1, Math.floor(LIMITS.products / wholeBatchProducts(layer, 1)));
  if (batch <= fits) return { value: batch, notices: [] };
  const notice = `A whole batch of ${formatCount(batch)} rows at ${layerTitle(layer)} is too much work for a page: a batch of ${fits} is computed, and its order.`;
  return { value: fits, notices: [notice] };
}

/** Reduces first the trials (not below the minimum), then the length of the sums, until the growth curves fit. */
export function clampGrowth(size: GrowthSize): Clamped<GrowthSize> {
  const notices: string[] = [];
  let { trials, maxExponent } = size;
  const work = (): number => growthProducts({ ...size, trials, maxExponent });
  if (work() > LIMITS.products) {
    const least = LIMITS.leastTrials;
    trials = Math.min(trials, Math.max(least, Math.floor((trials * LIMITS.products) / work() / least) * least));
    if (trials < size.trials) notices.push(`${size.trials} trials are too much work for a page: ${trials} are made.`);
  }
  while (work() > LIMITS.products) maxExponent--;
  if (maxExponent < size.maxExponent) {
    notices.push(`The growth curves end at 2^${maxExponent} products instead of 2^${size.maxExponent}: more would be too much work for a page.`);
  }
  return { value: { ...size, trials, maxExponent }, notices };
}

export interface FlipsSize {
  readonly netWidth: number;
  readonly netDepth: number;
  readonly netInputs: number;
}

/** Reduces the inputs until two passes of all of them through the network fit. */
export function clampFlips({ netWidth, netDepth, netInputs }: FlipsSize): Clamped<number> {
  const fits = Math.floor(LIMITS.products / (2 * netWidth * netWidth * netDepth));
  if (netInputs <= fits) return { value: netInputs, notices: [] };
  return { value: fits, notices: [`${netInputs} inputs through ${netDepth} layers of ${netWidth} are too much work for a page: ${fits} are taken.`] };
}
