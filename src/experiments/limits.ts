/** What the page computes at most, so that a reader's browser stays alive. */
export const LIMITS = {
  features: 4096,
  batch: 1024,
  /** Products x·w of one experiment, references included. */
  products: 2e9,
  growthExponent: 20,
} as const;

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

export function sweepProducts(layer: LayerSize, batches: number): number {
  return layer.inFeatures * layer.outFeatures * (batches + REFERENCES);
}

/** Every row together, alone and for its absolute sum. */
export function wholeBatchProducts(layer: LayerSize, batch: number): number {
  return layer.inFeatures * layer.outFeatures * batch * 3;
}

export interface GrowthSize {
  readonly methods: number;
  readonly trials: number;
  readonly maxExponent: number;
  readonly pointsPerOctave: number;
}

/** The same over some K. */
export function gridProducts(grid: readonly number[], { trials, methods }: Pick<GrowthSize, 'trials' | 'methods'>): number {
  return grid.reduce((sum, K) => sum + K, 0) * trials * (methods + 1);
}

/** One exact dot product beside the methods' own at each K. */
export function growthProducts(size: GrowthSize): number {
  return gridProducts(growthGrid(size), size);
}

/** 1 … 2^maxExponent on a logarithmic grid, whole numbers, each once, small first. */
export function growthGrid(size: Pick<GrowthSize, 'maxExponent' | 'pointsPerOctave'>): number[] {
  const points = size.maxExponent * size.pointsPerOctave;
  const grid = Array.from({ length: points + 1 }, (_, point) => Math.round(2 ** (point / size.pointsPerOctave)));
  return [...new Set(grid)];
}

/** Which of several workers. */
export interface GridShare {
  /** From 0. */
  readonly at: number;
  readonly of: number;
}

/**
 * The K of one worker, in the order in which they are computed: octaves first, then what lies between, small first. The
 * shares take turns from the largest K down, so that none has much more to do than another.
 */
export function sharedGrid({ share = { at: 0, of: 1 }, ...size }: Pick<GrowthSize, 'maxExponent' | 'pointsPerOctave'> & { readonly share?: GridShare | undefined }): number[] {
  const grid = growthGrid(size);
  const own = grid.filter((_, i) => (grid.length - 1 - i) % share.of === share.at);
  const coarse = (K: number): boolean => (K & (K - 1)) === 0;
  return [...own.filter(coarse), ...own.filter((K) => !coarse(K))];
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

/** Fewer trials (never under 8), then shorter sums, until the growth curves fit. */
export function clampGrowth(size: GrowthSize): Clamped<GrowthSize> {
  const notices: string[] = [];
  let { trials, maxExponent } = size;
  const work = (): number => growthProducts({ ...size, trials, maxExponent });
  if (work() > LIMITS.products) {
    trials = Math.min(trials, Math.max(8, Math.floor((trials * LIMITS.products) / work() / 8) * 8));
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
