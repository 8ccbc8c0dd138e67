import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { Plane } from './curve-path';
import { placeX, placeY } from './curve-path';
import type { CurveSeries } from './curve-series';
import { tenth, MIDDLE, Words } from './marks/text';
import { placeLabels } from './place-labels';
import { inLines } from './in-lines';

/** The x of the readout; null for none. Kept outside the chart's state, so that moving the pointer does not re-render the chart. */
export type CursorStore = StoreApi<{ readonly at: number | null }>;

interface CurveCursorProps {
  readonly cursor: CursorStore;
  /** Where it stands while nothing is pointed at. */
  readonly mark: number | undefined;
  readonly series: readonly CurveSeries[];
  readonly plane: Plane;
  /** The two series whose distance is drawn. */
  readonly between: readonly [string, string] | undefined;
  readonly formatY: (y: number) => string;
  /** What stands above the line. */
  readonly saying: (x: number) => string;
  /** Where that may begin and end; on a narrow plot, in two lines. */
  readonly room: readonly [from: number, to: number];
  readonly lines: 1 | 2;
  /** How much larger letters and dots are than on a page. */
  readonly scale: number;
}

const VALUE_HEIGHT = 17;
const LETTER = 7.4;

/** The readout's vertical line, with a dot and a number on each measured curve, and what there is to say of them above it. */
export function CurveCursor({ cursor, mark, series, plane, between, formatY, saying, room: [from, to], lines, scale }: CurveCursorProps) {
  const at = useStore(cursor, (state) => state.at) ?? mark;
  if (at === undefined) return null;
  const x = placeX(plane, at);
  const height = plane.y.length;
  const dots = series.flatMap(({ id, colour, kind, strong = false, points }) => {
    const point = points.find((each) => each.x === at);
    return point === undefined || !(point.y > 0) || point.y > plane.y.to ? [] : [{ id, colour, strong, bound: kind === 'bound', y: placeY(plane, point.y), text: formatY(point.y) }];
  });
  const read = dots.filter(({ bound }) => !bound);
  const rows = placeLabels(read.map(({ y }) => y), VALUE_HEIGHT * scale, 10 * scale, height - 8 * scale);
  const onLeft = x > plane.x.length - 90 * scale;
  const [one, other] = (between ?? []).map((id) => dots.find((dot) => dot.id === id));
  const words = inLines(saying(at), lines);
  const half = (LETTER * scale * Math.max(...words.map((line) => line.length))) / 2;
  return (
    <>
      <line x1={x} x2={x} y2={height} stroke="var(--accent)" shapeRendering="crispEdges" />
      {one && other && <line x1={x} x2={x} y1={one.y} y2={other.y} stroke="var(--differs)" strokeWidth={4 * scale} />}
      {dots.map(({ id, colour, y, strong }) => (
        <circle key={id} cx={x} cy={y} r={(strong ? 5 : 3.5) * scale} fill={colour} stroke="var(--paper)" strokeWidth={1.5} />
      ))}
      {read.map(({ id, strong, text }, i) => (
        <Words key={id} x={tenth(x + (onLeft ? -10 : 10) * scale)} y={rows[i]!} dy={MIDDLE} size="var(--text-mark)" anchor={onLeft ? 'end' : 'start'} bold={strong} halo>
          {text}
        </Words>
      ))}
      {words.map((line, i) => (
        <Words key={i} x={tenth(Math.max(from + half, Math.min(to - half, x)))} y={(-18 - 19 * (words.length - 1 - i)) * scale} anchor="middle" colour="var(--accent)" bold>
          {line}
        </Words>
      ))}
    </>
  );
}
