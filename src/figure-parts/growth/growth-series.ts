import type { CurveSeries } from '../../charts/curve-series';
import type { GrowthErrors, GrowthPoint } from '../../experiments/growth';
import type { GrowthResult } from '../../store/results';

/** Title of the axis of errors. */
export const ERROR_AXIS = '|computed − exact| / Σ|x·w|';

/** The ends of both axes. */
export interface GrowthDomains {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

/** The n-th curve's colour; there are eight at most. */
export function curveColour(n: number): string {
  return `--order-${n % 10}`;
}

/** For each method, its median error with the middle 80 % as a band, and the error bound of its tree, if it has one. */
export function growthSeries({ spec, points }: GrowthResult): CurveSeries[] {
  return spec.methods.flatMap(({ id }, n): CurveSeries[] => {
    const at = errorsOf(points, id);
    const colour = `var(${curveColour(n)})`;
    const measured = at.map(({ K, found: { median, q10, q90 } }) => ({ x: K, y: median, low: q10, high: q90 }));
    const bound = at.flatMap(({ K, found }) => (found.bound === null ? [] : [{ x: K, y: found.bound }]));
    const series: CurveSeries[] = [{ id, label: id, colour, points: measured, kind: 'measured' }];
    return bound.length === 0 ? series : [...series, { id: `${id} bound`, label: `bound, ${id}`, colour, points: bound, kind: 'bound' }];
  });
}

/** One order's errors at each finished K. */
export function errorsOf(points: readonly GrowthPoint[], id: string): { readonly K: number; readonly found: GrowthErrors }[] {
  return points.flatMap(({ K, errors }) => errors.filter((one) => one.id === id).map((found) => ({ K, found })));
}

/**
 * Whether the mean of the errors says that sums come out too small: it is more than three standard errors below zero, which
 * errors that point either way alike reach by chance once in 700 times.
 */
export function fallsShort({ mean, rms }: GrowthErrors, trials: number): boolean {
  return mean < -3 * Math.sqrt(Math.max(0, rms * rms - mean * mean) / trials);
}

/**
 * The domains of the axes, mostly fixed before the points arrive: vertically, from about the least rounding error to the
 * bound of a plain loop.
 */
export function growthDomains({ spec, points }: GrowthResult): GrowthDomains {
  const K = 2 ** spec.maxExponent;
  let least = 2 ** -24 / Math.sqrt(K);
  let most = 2 ** -24 * 16;
  for (const { errors } of points) {
    for (const { q10, q90, median, bound } of errors) {
      most = Math.max(most, bound ?? 0, q90);
      for (const size of [q10, median]) if (size > 0) least = Math.min(least, size);
    }
  }
  // A plain loop's bound grows linearly with K, so its end is known from its beginning.
  if (points.some(({ errors }) => errors.some(isLinear(points[points.length - 1]!.K)))) most = Math.max(most, K * 2 ** -24);
  const floor = Math.max(1e-16, 10 ** Math.floor(Math.log10(least)));
  return { x: [1, K], y: [floor, 10 ** Math.ceil(Math.log10(most))] };
}

function isLinear(K: number): (errors: GrowthErrors) => boolean {
  return ({ bound }) => bound !== null && K > 64 && bound >= K * 2 ** -24;
}
