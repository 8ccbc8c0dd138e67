import type { Plane } from '../../charts/curve-path';
import { bandPath, linePath, placeX, placeY } from '../../charts/curve-path';
import type { CurveSeries } from '../../charts/curve-series';
import { powerText } from '../../lib/size-text';
import { powerTicks, wholeTicks } from '../../charts/log-axis';
import { placeLabels } from '../../charts/place-labels';
import { Words } from './marks';
import type { Drawing } from '../poster';
import { WIDTH } from '../poster';

interface CurvesOptions {
  readonly series: readonly CurveSeries[];
  readonly xTitle: string;
  readonly yTitle: string;
  readonly xDomain: readonly [number, number];
  readonly yDomain: readonly [number, number];
  /** The x axis counts whole numbers. */
  readonly even?: boolean;
}

const LEFT = 44;
const RIGHT = 170;
const TOP = 30;
const HEIGHT = 300;
const BOTTOM = 44;

/** Lines over two axes, the y axis logarithmic, each named at its end. */
export function curvesDrawing({ series, xTitle, yTitle, xDomain, yDomain, even = false }: CurvesOptions): Drawing {
  const length = WIDTH - LEFT - RIGHT;
  const ends = { from: xDomain[0], to: xDomain[1], length };
  const counting = { ...ends, even: true as const };
  const plane: Plane = { x: even ? counting : ends, y: { from: yDomain[0], to: yDomain[1], length: HEIGHT } };
  const ticks = even ? wholeTicks(counting, 40).map((x) => ({ x, text: String(x) })) : powerTicks(ends, 2, 44).map((power) => ({ x: 2 ** power, text: powerText(2, power) }));
  const named = series.flatMap((one) => {
    const end = one.points.findLast(({ y }) => y > 0 && Number.isFinite(y));
    return end === undefined ? [] : [{ ...one, end }];
  });
  const labels = placeLabels(named.map(({ end }) => placeY(plane, end.y)), 19, 4, HEIGHT);
  return {
    width: WIDTH,
    height: TOP + HEIGHT + BOTTOM,
    marks: (
      <>
        <Words x={0} y={14} colour="var(--ink-quiet)">
          {yTitle}
        </Words>
        <g transform={`translate(${LEFT} ${TOP})`}>
          {powerTicks(plane.y, 10, 30).map((power) => (
            <g key={power}>
              <line x2={length} y1={placeY(plane, 10 ** power)} y2={placeY(plane, 10 ** power)} stroke="var(--hairline)" />
              <Words x={-8} y={placeY(plane, 10 ** power) + 5} size={14} anchor="end" colour="var(--ink-quiet)">
                {powerText(10, power)}
              </Words>
            </g>
          ))}
          {ticks.map(({ x, text }) => (
            <Words key={x} x={placeX(plane, x)} y={HEIGHT + 19} size={14} anchor="middle" colour="var(--ink-quiet)">
              {text}
            </Words>
          ))}
          <line x2={length} y1={HEIGHT} y2={HEIGHT} stroke="var(--rule)" />
          <Words x={length} y={HEIGHT + 40} anchor="end" colour="var(--ink-quiet)">
            {xTitle}
          </Words>
          {series.map((one) => (
            <path key={one.id} d={bandPath(plane, one.points)} fill={one.colour} fillOpacity={0.14} />
          ))}
          {series.map((one) => (
            <path key={one.id} d={linePath(plane, one.points)} fill="none" stroke={one.colour} strokeWidth={one.kind === 'bound' ? 1.25 : 2} strokeDasharray={one.kind === 'bound' ? '5 4' : undefined} />
          ))}
          {named.map(({ id, label, colour, end }, i) => (
            <g key={id}>
              <path d={`M${placeX(plane, end.x) + 3} ${placeY(plane, end.y)}L${placeX(plane, end.x) + 9} ${labels[i]}`} stroke={colour} strokeWidth={2} />
              <Words x={placeX(plane, end.x) + 12} y={labels[i]! + 5} size={14}>
                {label}
              </Words>
            </g>
          ))}
        </g>
      </>
    ),
  };
}
