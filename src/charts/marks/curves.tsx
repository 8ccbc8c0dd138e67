import type { Plane } from '../curve-path';
import { bandPath, linePath, placeX, placeY } from '../curve-path';
import type { CurveSeries } from '../curve-series';
import { wholeTicks } from '../log-axis';
import { placeLabels } from '../place-labels';
import type { Tick } from './axes';
import { powerMarks } from './axes';
import { MIDDLE, Words } from './text';

interface CurveScales {
  readonly plane: Plane;
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
}

export interface CurveDomains {
  readonly xDomain: readonly [number, number];
  readonly yDomain: readonly [number, number];
  /** The x axis is linear in whole numbers instead of logarithmic. */
  readonly even?: boolean | undefined;
  /** The x axis has a tick at each power of this base; 2 by default. */
  readonly xBase?: 2 | 10 | undefined;
}

/** The plane that curves are drawn on, with the ticks of both axes. */
export function curveScales({ xDomain: [xFrom, xTo], yDomain: [yFrom, yTo], even = false, xBase = 2 }: CurveDomains, length: number, height: number): CurveScales {
  const ends = { from: xFrom, to: xTo, length };
  const counting = { ...ends, even: true as const };
  const plane = { x: even ? counting : ends, y: { from: yFrom, to: yTo, length: height } };
  return {
    plane,
    xTicks: even ? wholeTicks(counting, 32).map((x) => ({ at: placeX(plane, x), text: String(x) })) : powerMarks(ends, xBase, 44),
    yTicks: powerMarks(plane.y, 10, 26).map(({ at, text }) => ({ at: height - at, text })),
  };
}

interface CurveLinesProps {
  readonly plane: Plane;
  readonly series: readonly CurveSeries[];
  /** Every other series is dimmed. */
  readonly highlighted?: string | null;
}

/** The lines with their bands; a bound is thin and dashed. */
export function CurveLines({ plane, series, highlighted = null }: CurveLinesProps) {
  const isFaded = (id: string): boolean => highlighted !== null && highlighted !== id;
  return (
    <>
      {series.map(({ id, colour, points }) => (
        <path key={id} d={bandPath(plane, points)} fill={colour} fillOpacity={isFaded(id) ? 0.04 : 0.14} />
      ))}
      {series.map(({ id, colour, points, kind }) => (
        <path key={id} d={linePath(plane, points)} fill="none" stroke={colour} strokeOpacity={isFaded(id) ? 0.25 : undefined} {...lineLook(kind)} />
      ))}
    </>
  );
}

/** How a series' line is drawn, in the plot and in a key. */
export function lineLook(kind: CurveSeries['kind']) {
  return kind === 'bound' ? { strokeWidth: 1.25, strokeDasharray: '5 4' } : { strokeWidth: 2, strokeLinejoin: 'round' as const };
}

const LINE_HEIGHT = 17;

/** Where a series' name goes: beside the end of its line, moved only to make room for others. */
export interface CurveEnd {
  readonly series: CurveSeries;
  readonly x: number;
  readonly y: number;
  readonly nameY: number;
}

export function curveEnds(plane: Plane, series: readonly CurveSeries[]): CurveEnd[] {
  const ends = series.flatMap((one) => {
    const end = one.points.findLast(({ y }) => y > 0 && Number.isFinite(y));
    return end === undefined ? [] : [{ series: one, x: placeX(plane, end.x), y: placeY(plane, end.y) }];
  });
  const places = placeLabels(ends.map(({ y }) => y), LINE_HEIGHT, 4, plane.y.length);
  return ends.map((end, i) => ({ ...end, nameY: places[i]! }));
}

/** The width that the longest name takes to the right of the plane. */
export function nameWidth(series: readonly CurveSeries[]): number {
  return 14 + 7.4 * Math.max(0, ...series.map(({ label }) => label.length));
}

/** A series' name, with a leader from the end of its line. */
export function CurveName({ series: { label, colour }, x, y, nameY }: CurveEnd) {
  return (
    <>
      <path d={`M${x + 3},${y}L${x + 9},${nameY}`} fill="none" stroke={colour} strokeWidth={2} />
      <Words x={x + 12} y={nameY} dy={MIDDLE}>
        {label}
      </Words>
    </>
  );
}
