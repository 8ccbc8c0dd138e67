import type { CurveSeries } from '../../charts/curve-series';
import type { GrowthDomains } from '../../figure-parts/growth/growth-series';
import { ERROR_AXIS } from '../../figure-parts/growth/growth-series';
import type { Drawing } from '../poster';
import { curvesDrawing } from './curves-drawing';

/** Errors against the length of the sum, by order of addition. */
export function growthDrawing(series: readonly CurveSeries[], { x, y }: GrowthDomains, yTitle = ERROR_AXIS): Drawing {
  return curvesDrawing({ series, xTitle: 'K, products in the sum', yTitle, xDomain: x, yDomain: y });
}
