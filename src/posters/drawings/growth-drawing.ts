import type { CurveSeries } from '../../charts/curve-series';
import type { growthDomains } from '../../figure-parts/growth/growth-series';
import type { Drawing } from '../poster';
import { curvesDrawing } from './curves-drawing';

/** Errors against the length of the sum, by order of addition. */
export function growthDrawing(series: readonly CurveSeries[], { x, y }: ReturnType<typeof growthDomains>): Drawing {
  return curvesDrawing({ series, xTitle: 'K, products in the sum', yTitle: '|computed − exact| / Σ|x·w|', xDomain: x, yDomain: y });
}
