export interface GrowthSize {
  readonly methods: number;
  readonly trials: number;
  readonly maxExponent: number;
  readonly pointsPerOctave: number;
  /** One more K. */
  readonly also?: number;
}

/** What determines the grid. */
type Grid = Pick<GrowthSize, 'maxExponent' | 'pointsPerOctave' | 'also'>;

/** Cost in products of curves over some K: at each K, one exact dot product besides the methods' own. */
export function gridProducts(grid: readonly number[], { trials, methods }: Pick<GrowthSize, 'trials' | 'methods'>): number {
  return grid.reduce((sum, K) => sum + K, 0) * trials * (methods + 1);
}

export function growthProducts(size: GrowthSize): number {
  return gridProducts(growthGrid(size), size);
}

/** The distinct whole numbers of a logarithmic grid from 1 to 2^maxExponent, and one more if asked for, ascending. */
export function growthGrid({ maxExponent, pointsPerOctave, also = 1 }: Grid): number[] {
  const points = maxExponent * pointsPerOctave;
  const grid = Array.from({ length: points + 1 }, (_, point) => Math.round(2 ** (point / pointsPerOctave)));
  return [...new Set([...grid, also])].sort((a, b) => a - b);
}

/** Which of several workers. */
export interface GridShare {
  /** From 0. */
  readonly at: number;
  readonly of: number;
}

/**
 * The K of one worker, in the order of computation: octaves first, then those between, each in ascending order. They are
 * dealt out in turn from the largest K down, which balances the workers' shares.
 */
export function sharedGrid({ share = { at: 0, of: 1 }, ...size }: Grid & { readonly share?: GridShare | undefined }): number[] {
  const grid = growthGrid(size);
  const own = grid.filter((_, i) => (grid.length - 1 - i) % share.of === share.at);
  const coarse = (K: number): boolean => (K & (K - 1)) === 0;
  return [...own.filter(coarse), ...own.filter((K) => !coarse(K))];
}
