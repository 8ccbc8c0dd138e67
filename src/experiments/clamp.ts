import { LIMITS } from '../lib/limits';
import type { GrowthSize } from './growth-grid';
import { growthProducts } from './growth-grid';

/** A value that fits the limits, and one sentence for each thing that had to give. */
export interface Clamped<T> {
  readonly value: T;
  readonly notices: readonly string[];
}

/** The exact, the float64 and the absolute reference cost about this many products' time each. */
const REFERENCES = 3;

export interface LayerSize {
  /** K */
  readonly inFeatures: number;
  /** N */
  readonly outFeatures: number;
}

/** Every row together, alone and for its absolute sum. */
function wholeBatchProducts(layer: LayerSize, batch: number): number {
  return layer.inFeatures * layer.outFeatures * batch * 3;
}

/** Fewer batch sizes, from the end of the list, until the sweep fits. */
export function clampSweep(layer: LayerSize, batches: readonly number[]): Clamped<readonly number[]> {
  const fits = Math.max(1, Math.floor(LIMITS.products / (layer.inFeatures * layer.outFeatures)) - REFERENCES);
  if (batches.length <= fits) return { value: batches, notices: [] };
  const notice = `${batches.length} batch sizes at ${layer.inFeatures} → ${layer.outFeatures} are too much work for a page: the first ${fits} are shown.`;
  return { value: batches.slice(0, fits), notices: [notice] };
}

/** A smaller batch, until all of its rows fit. */
export function clampWholeBatch(layer: LayerSize, batch: number): Clamped<number> {
  const fits = Math.max(1, Math.floor(LIMITS.products / wholeBatchProducts(layer, 1)));
  if (batch <= fits) return { value: batch, notices: [] };
  const notice = `A whole batch of ${batch} rows at ${layer.inFeatures} → ${layer.outFeatures} is too much work for a page: a batch of ${fits} is computed, and its order.`;
  return { value: fits, notices: [notice] };
}

/** Fewer trials (never under the least), then shorter sums, until the growth curves fit. */
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

/** Fewer inputs, until all of them fit through the network twice. */
export function clampFlips({ netWidth, netDepth, netInputs }: FlipsSize): Clamped<number> {
  const fits = Math.floor(LIMITS.products / (2 * netWidth * netWidth * netDepth));
  if (netInputs <= fits) return { value: netInputs, notices: [] };
  return { value: fits, notices: [`${netInputs} inputs through ${netDepth} layers of ${netWidth} are too much work for a page: ${fits} are taken.`] };
}
