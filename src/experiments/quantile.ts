/** The q-quantile of ascending values, linearly interpolated (Hyndman and Fan 1996, type 7); NaN if there are none. */
export function quantile(ascending: ArrayLike<number>, q: number): number {
  const last = ascending.length - 1;
  if (last < 0) return NaN;
  const place = q * last;
  const below = ascending[Math.floor(place)]!;
  const above = ascending[Math.ceil(place)]!;
  // Equal neighbours apart: the difference of two infinities would be NaN.
  return below === above ? below : below + (place - Math.floor(place)) * (above - below);
}

export function median(values: ArrayLike<number>): number {
  return quantile(ascending(values), 0.5);
}

/** The greatest of values that are not negative; 0 of none, NaN if one of them is. */
export function greatest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, value), 0);
}

/** A sorted copy; NaN counts as the largest, so that it can't hide among small values. */
export function ascending(values: ArrayLike<number>): Float64Array {
  return Float64Array.from(values, (value) => (Number.isNaN(value) ? Infinity : value)).sort();
}

/**
 * The k-th smallest value, from 0, without sorting: Hoare's FIND (Communications of the ACM 4, 1961, algorithm 65). Linear
 * on average. Partitions `values` in place: smaller values before place k, larger ones after it.
 *
 * @param values without NaN
 */
export function select(values: Float64Array, k: number): number {
  let from = 0;
  let to = values.length - 1;
  while (from < to) {
    const pivot = values[k]!;
    let i = from;
    let j = to;
    while (i <= j) {
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
      if (i > j) break;
      [values[i], values[j]] = [values[j]!, values[i]!];
      i++;
      j--;
    }
    if (j < k) from = i;
    if (i > k) to = j;
  }
  return values[k]!;
}
