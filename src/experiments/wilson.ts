/** The 97.5 % quantile of the normal distribution, for a two-sided 95 % interval. */
const Z = 1.959963984540054;

/**
 * The 95 % interval of a rate after `hits` of `trials` independent trials (Wilson, JASA 22, 1927): all p that are not
 * rejected by |hits/trials − p| ≤ z·√(p(1 − p)/trials). Unlike the textbook interval, it also holds at 0 of n, where its
 * upper end is z²/(n + z²). No trials: [0, 1].
 */
export function wilsonInterval(hits: number, trials: number): readonly [low: number, high: number] {
  if (trials === 0) return [0, 1];
  const rate = hits / trials;
  const z2 = Z * Z;
  const middle = rate + z2 / (2 * trials);
  const half = Z * Math.sqrt((rate * (1 - rate)) / trials + z2 / (4 * trials * trials));
  const whole = 1 + z2 / trials;
  // At the ends the two terms are equal, and only their rounding errors would remain.
  return [hits === 0 ? 0 : (middle - half) / whole, hits === trials ? 1 : (middle + half) / whole];
}
