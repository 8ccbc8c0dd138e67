/** Octaves below the largest difference with bins of their own; anything smaller falls into the lowest. */
const OCTAVES = 14;

/** Upper edges of the bins, ascending: each is twice the one before, the last is at least `largest`. */
export function binEdges(largest: number): number[] {
  if (!(largest > 0) || !Number.isFinite(largest)) return [];
  const top = 2 ** Math.ceil(Math.log2(largest));
  return Array.from({ length: OCTAVES }, (_, i) => top * 2 ** (i - OCTAVES + 1));
}

export interface Bins {
  /** Differences above zero, by bin. */
  readonly plus: Uint32Array;
  /** Differences below zero, by bin of their magnitude. */
  readonly minus: Uint32Array;
  /** Equal bits. */
  readonly equal: number;
  /** NaN and infinite differences, which no bin holds. */
  readonly beyond: number;
}

/** Counts differences by sign and magnitude. A magnitude on an edge belongs to the bin below it. */
export function countBins(differences: ArrayLike<number>, edges: readonly number[]): Bins {
  const plus = new Uint32Array(edges.length);
  const minus = new Uint32Array(edges.length);
  const top = edges[edges.length - 1] ?? 0;
  let equal = 0;
  let beyond = 0;
  for (let i = 0; i < differences.length; i++) {
    const difference = differences[i]!;
    const size = Math.abs(difference);
    if (size === 0) equal++;
    else if (!(size <= top)) beyond++;
    else {
      let bin = edges.length - 1;
      while (bin > 0 && size <= edges[bin - 1]!) bin--;
      const side = difference > 0 ? plus : minus;
      side[bin] = side[bin]! + 1;
    }
  }
  return { plus, minus, equal, beyond };
}
