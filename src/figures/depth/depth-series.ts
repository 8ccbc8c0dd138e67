import type { CurveSeries } from '../../charts/curve-series';
import type { DepthResult } from '../../store/results';

/** The curves over the layers, and the domain of the vertical axis. */
export function depthSeries({ layers }: Pick<DepthResult, 'layers'>): { readonly series: readonly CurveSeries[]; readonly yDomain: readonly [number, number] } {
  const line = (key: 'max' | 'median' | 'error') => layers.map((layer) => ({ x: layer.layer, y: layer[key] }));
  const series: CurveSeries[] = [
    { id: 'max', label: 'largest difference', colour: 'var(--differs)', points: line('max') },
    { id: 'median', label: 'median difference', colour: 'var(--ink)', points: line('median') },
    { id: 'error', label: 'error of 1 row, median', colour: 'var(--ink-quiet)', points: line('error'), kind: 'bound' },
  ];
  const sizes = series.flatMap(({ points }) => points.map(({ y }) => y)).filter((y) => y > 0);
  return { series, yDomain: sizes.length === 0 ? [1e-8, 1e-5] : [0.7 * Math.min(...sizes), 1.4 * Math.max(...sizes)] };
}
