import type { CurveSeries } from '../../charts/curve-series';
import type { GrowthDomains } from '../../figure-parts/growth/growth-series';
import { curveColour, errorsOf } from '../../figure-parts/growth/growth-series';
import type { GrowthResult } from '../../store/results';
import type { Method } from './growth-choice';
import { METHOD_NAMES } from './growth-choice';

/** The medians of all orders; for the chosen one also the spread and, if it is a tree, h·u and √h·u. */
export function chosenSeries({ spec, points }: GrowthResult, chosen: Method): CurveSeries[] {
  return spec.methods.flatMap(({ id }, n): CurveSeries[] => {
    const at = errorsOf(points, id);
    const colour = `var(${curveColour(n)})`;
    const own = id === chosen;
    const measured = at.map(({ K, found }) => ({ x: K, y: found.median, ...(own && { low: found.q10, high: found.q90 }) }));
    const series: CurveSeries[] = [{ id, label: METHOD_NAMES[id as Method], colour, points: measured, kind: 'measured', strong: own }];
    if (!own || at.every(({ found }) => found.bound === null)) return series;
    return [
      ...series,
      { id: 'bound', label: 'h·u', colour, points: at.map(({ K, found }) => ({ x: K, y: found.bound ?? NaN })), kind: 'bound' },
      { id: 'probabilistic', label: '√h·u', colour, points: at.map(({ K, found }) => ({ x: K, y: found.probabilistic ?? NaN })), kind: 'bound' },
    ];
  });
}

/** Axes on which the medians of all orders fill the plot, as far as that is known before they are there; bounds may leave it. */
export function chosenDomains({ spec, points }: GrowthResult): GrowthDomains {
  const long = spec.maxExponent > 16;
  const [from, to] = spec.source.kind === 'positive' ? [1e-8, long ? 1e-3 : 1e-5] : [long ? 1e-11 : 1e-10, 1e-7];
  const medians = points.flatMap(({ errors }) => errors.map(({ median }) => median)).filter((median) => median > 0);
  const power = (size: number, round: (power: number) => number): number => 10 ** round(Math.log10(size));
  return {
    x: [1, 2 ** spec.maxExponent],
    y: [Math.min(from, ...medians.map((size) => power(size, Math.floor))), Math.max(to, ...medians.map((size) => power(size, Math.ceil)))],
  };
}
