/** The q-quantile of ascending values, between neighbours in proportion (Hyndman and Fan 1996, type 7); NaN of none. */
export function quantile(ascending: ArrayLike<number>, q: number): number {
  const last = ascending.length - 1;
  if (last < 0) return NaN;
  const place = q * last;
  const below = ascending[Math.floor(place)]!;
  const above = ascending[Math.ceil(place)]!;
  // Equal neighbours first: infinities would make NaN of the difference.
  return below === above ? below : below + (place - Math.floor(place)) * (above - below);
}

/** The middle one, or halfway between the two in the middle. */
export function median(values: ArrayLike<number>): number {
  return quantile(ascending(values), 0.5);
}

/** A sorted copy; NaN counts as the largest, so that it can't hide among the small. */
export function ascending(values: ArrayLike<number>): Float64Array {
  return Float64Array.from(values, (value) => (Number.isNaN(value) ? Infinity : value)).sort();
}
