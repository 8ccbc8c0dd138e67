import type { CurveSeries } from '../../charts/curve-series';
import type { GrowthErrors, GrowthPoint } from '../../experiments/growth';
import type { GrowthResult } from '../../store/results';
import { curveColour } from '../../figure-parts/growth/growth-series';

/** The medians of all orders; of the chosen one also the spread, h·u and √h·u, if it is a tree. */
export function chosenSeries({ spec, points }: GrowthResult, chosen: string): CurveSeries[] {
  return spec.methods.flatMap(({ id }, n): CurveSeries[] => {
    const at = errorsOf(points, id);
    const colour = `var(${curveColour(n)})`;
    const own = id === chosen;
    const measured = at.map(({ K, found }) => ({ x: K, y: found.median, ...(own && { low: found.q10, high: found.q90 }) }));
    const series: CurveSeries[] = [{ id, label: id, colour, points: measured, kind: 'measured' }];
    if (!own || at.every(({ found }) => found.bound === null)) return series;
    return [
      ...series,
      { id: 'bound', label: `h·u, ${id}`, colour, points: at.map(({ K, found }) => ({ x: K, y: found.bound ?? NaN })), kind: 'bound' },
      { id: 'probabilistic', label: `√h·u, ${id}`, colour, points: at.map(({ K, found }) => ({ x: K, y: found.probabilistic ?? NaN })), kind: 'bound' },
    ];
  });
}

/** One order's errors at each K that is through. */
export function errorsOf(points: readonly GrowthPoint[], id: string): { readonly K: number; readonly found: GrowthErrors }[] {
  return points.flatMap(({ K, errors }) => errors.filter((one) => one.id === id).map((found) => ({ K, found })));
}
