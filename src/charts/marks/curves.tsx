import type { Plane } from '../curve-path';
import { bandPath, linePath, placeX, placeY } from '../curve-path';
import type { CurveSeries } from '../curve-series';
import { wholeTicks } from '../log-axis';
import { placeLabels } from '../place-labels';
import type { Tick } from './axes';
import { powerMarks } from './axes';
import { MIDDLE, tenth, Words } from './text';

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
  /** How much thicker the lines are than on a page. */
  readonly scale?: number;
}

/** The lines with their bands, inside the plane; a bound is thin and dashed, and the strong one lies on top. */
export function CurveLines({ plane, series, highlighted = null, scale = 1 }: CurveLinesProps) {
  const isFaded = (id: string): boolean => highlighted !== null && highlighted !== id;
  return (
    <svg width={plane.x.length} height={plane.y.length}>
      {series.map(({ id, colour, points }) => (
        <path key={id} d={bandPath(plane, points)} fill={colour} fillOpacity={isFaded(id) ? 0.04 : 0.14} />
      ))}
      {[...series].sort((a, b) => Number(a.strong ?? false) - Number(b.strong ?? false)).map((one) => (
        <path key={one.id} d={linePath(plane, one.points)} fill="none" stroke={one.colour} strokeOpacity={isFaded(one.id) ? 0.25 : undefined} {...lineLook(one, scale)} />
      ))}
    </svg>
  );
}

/** How a series' line is drawn, in the plot and in a key. */
export function lineLook({ kind, strong = false }: Pick<CurveSeries, 'kind' | 'strong'>, scale = 1) {
  return kind === 'bound' ? { strokeWidth: 1.25 * scale, strokeDasharray: '5 4' } : { strokeWidth: (strong ? 3.5 : 2) * scale, strokeLinejoin: 'round' as const };
}

const LINE_HEIGHT = 17;
const LETTER = 7.4;

/** Where a series' name goes: beside the end of its line, moved only to make room for others; or where the line leaves the plane at the top. */
export interface CurveEnd {
  readonly series: CurveSeries;
  readonly x: number;
  readonly y: number;
  readonly nameX: number;
  readonly nameY: number;
  readonly leaves: boolean;
}

/** @param scale how much larger the letters are than on a page */
export function curveEnds(plane: Plane, series: readonly CurveSeries[], scale = 1): CurveEnd[] {
  const drawn = series.flatMap((one) => {
    const points = one.points.filter(({ y }) => y > 0 && Number.isFinite(y));
    const end = points.findLastIndex(({ y }) => y <= plane.y.to * (1 + 1e-9));
    return end === -1 ? [] : [{ series: one, x: placeX(plane, points[end]!.x), y: placeY(plane, points[end]!.y), next: points[end + 1] }];
  });
  const inside = drawn.filter(({ next }) => next === undefined);
  const rows = placeLabels(inside.map(({ y }) => y), LINE_HEIGHT * scale, 4, plane.y.length);
  const leaving = drawn.flatMap(({ series: one, x, y, next }) => {
    if (next === undefined) return [];
    const [across, up] = [placeX(plane, next.x) - x, y - placeY(plane, next.y)];
    return [{ series: one, x: tenth(x + (y / up) * across), perPixel: across / up }];
  });
  const width = Math.max(0, ...leaving.map(({ series: { label } }) => label.length)) * LETTER * scale + 12;
  const columns = placeLabels(leaving.map(({ x }) => x + 8), width, 4, Infinity);
  return [
    ...inside.map(({ series: one, x, y }, i) => ({ series: one, x, y, nameX: x + 12, nameY: rows[i]!, leaves: false })),
    // Without room on the right, it stands on the left, clear of the line.
    ...leaving.map(({ series: one, x, perPixel }, i) => ({ series: one, x, y: 0, nameX: columns[i]! + width > plane.x.length ? tenth(x - 20 * scale * perPixel - width) : columns[i]!, nameY: 10 * scale, leaves: true })),
  ];
}

/** The width that the longest name takes to the right of the plane. */
export function nameWidth(series: readonly CurveSeries[], scale = 1): number {
  return 14 + LETTER * scale * Math.max(0, ...series.map(({ label }) => label.length));
}

/** A series' name, with a leader from the end of its line, or where that leaves the plane. */
export function CurveName({ series: { label, colour, strong = false }, x, y, nameX, nameY, leaves }: CurveEnd) {
  return (
    <>
      {!leaves && <path d={`M${x + 3},${y}L${x + 9},${nameY}`} fill="none" stroke={colour} strokeWidth={2} />}
      <Words x={nameX} y={nameY} dy={MIDDLE} bold={strong} halo={leaves} colour={leaves ? colour : 'var(--ink)'}>
        {label}
      </Words>
    </>
  );
}
