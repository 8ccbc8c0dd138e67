import { area, line } from 'd3-shape';
import type { CurvePoint } from './curve-series';
import type { Axis, LogAxis } from './log-axis';
import { axisPlace, logPlace } from './log-axis';

/** The two axes of a plot; y grows upwards. */
export interface Plane {
  readonly x: Axis;
  readonly y: LogAxis;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

export function placeX(plane: Plane, x: number): number {
  return round(axisPlace(plane.x, x));
}

export function placeY(plane: Plane, y: number): number {
  return round(plane.y.length - logPlace(plane.y, y));
}

/** SVG path of a series' line, with gaps where it has no value above 0. */
export function linePath(plane: Plane, points: readonly CurvePoint[]): string {
  const path = line<CurvePoint>()
    .defined((point) => point.y > 0 && Number.isFinite(point.y))
    .x((point) => placeX(plane, point.x))
    .y((point) => placeY(plane, point.y));
  return path(points) ?? '';
}

/** SVG path of a series' band; a lower end of 0 goes down to the axis. */
export function bandPath(plane: Plane, points: readonly CurvePoint[]): string {
  const path = area<CurvePoint>()
    .defined((point) => point.low !== undefined && point.high !== undefined && point.high > 0)
    .x((point) => placeX(plane, point.x))
    .y0((point) => placeY(plane, Math.max(point.low ?? 0, plane.y.from)))
    .y1((point) => placeY(plane, Math.max(point.high ?? 0, plane.y.from)));
  return path(points) ?? '';
}

/** The distinct x of all series in ascending order: where the readout can stand. */
export function readoutPlaces(series: readonly { readonly points: readonly CurvePoint[] }[]): number[] {
  return [...new Set(series.flatMap(({ points }) => points.map(({ x }) => x)))].sort((a, b) => a - b);
}

/** Index of the place nearest to `x` on the axis; −1 where there is none. */
export function nearestPlace(places: readonly number[], x: number, axis?: Axis): number {
  let nearest = -1;
  let distance = Infinity;
  places.forEach((place, i) => {
    const away = axis && 'even' in axis ? Math.abs(place - x) : Math.abs(Math.log(place / x));
    if (away < distance) [nearest, distance] = [i, away];
  });
  return nearest;
}
