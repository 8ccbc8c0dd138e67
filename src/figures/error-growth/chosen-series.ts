import type { CurveSeries } from '../../charts/curve-series';
import type { GrowthResult } from '../../store/results';
import { curveColour, errorsOf } from '../../figure-parts/growth/growth-series';

/** The medians of all orders; for the chosen one also the spread and, if it is a tree, h·u and √h·u. */
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
