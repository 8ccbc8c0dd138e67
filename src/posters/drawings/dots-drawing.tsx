import type { LogAxis } from '../../charts/log-axis';
import { powerText } from '../../lib/size-text';
import { logPlace, powerTicks } from '../../charts/log-axis';
import type { DotGroup } from '../../charts/scatter';
import { formatCount } from '../../lib/words';
import { tenth, Words } from './marks';
import type { Drawing } from '../poster';
import { WIDTH } from '../poster';

interface DotsOptions {
  readonly groups: readonly DotGroup[];
  readonly xDomain: readonly [number, number];
  readonly yDomain: readonly [number, number];
}

const LEFT = 44;
const TOP = 30;
const HEIGHT = 300;
const BOTTOM = 66;

function inside(axis: LogAxis, value: number): number {
  const place = logPlace(axis, value);
  // A zero lies infinitely far out.
  return tenth(Math.min(axis.length, Math.max(0, Number.isNaN(place) ? 0 : place)));
}

/** Inputs as dots: the change of the lead over the lead, and the line from which on it can flip. */
export function dotsDrawing({ groups, xDomain, yDomain }: DotsOptions): Drawing {
  const length = WIDTH - LEFT;
  const xAxis = { from: xDomain[0], to: xDomain[1], length };
  const yAxis = { from: yDomain[0], to: yDomain[1], length: HEIGHT };
  const x = (value: number): number => inside(xAxis, value);
  const y = (value: number): number => tenth(HEIGHT - inside(yAxis, value));
  const [from, to] = [Math.max(xDomain[0], yDomain[0]), Math.min(xDomain[1], yDomain[1])];
  return {
    width: WIDTH,
    height: TOP + HEIGHT + BOTTOM,
    marks: (
      <>
        <Words x={0} y={14} colour="var(--ink-quiet)">
          change of the lead in the larger call
        </Words>
        <g transform={`translate(${LEFT} ${TOP})`}>
          {powerTicks(yAxis, 10, 30).map((power) => (
            <g key={power}>
              <line x2={length} y1={y(10 ** power)} y2={y(10 ** power)} stroke="var(--hairline)" />
              <Words x={-8} y={y(10 ** power) + 5} size={14} anchor="end" colour="var(--ink-quiet)">
                {powerText(10, power)}
              </Words>
            </g>
          ))}
          {powerTicks(xAxis, 10, 44).map((power) => (
            <Words key={power} x={x(10 ** power)} y={HEIGHT + 19} size={14} anchor="middle" colour="var(--ink-quiet)">
              {powerText(10, power)}
            </Words>
          ))}
          <line x2={length} y1={HEIGHT} y2={HEIGHT} stroke="var(--rule)" />
          <line x1={x(from)} y1={y(from)} x2={x(to)} y2={y(to)} stroke="var(--differs)" strokeDasharray="5 4" />
          <Words x={tenth(x(to) - 8)} y={tenth(y(to) + 14)} size={14} anchor="end" colour="var(--differs)">
            only above here can it flip
          </Words>
          {groups.map(({ id, colour, size, x: across, y: up }) => (
            // Strokes of no length with round ends: one element for thousands of dots.
            <path key={id} d={across.map((value, i) => `M${x(value)} ${y(up[i]!)}h0`).join('')} stroke={colour} strokeWidth={size} strokeLinecap="round" />
          ))}
          <Words x={length} y={HEIGHT + 40} anchor="end" colour="var(--ink-quiet)">
            gap: the lead of the largest output, 1 row
          </Words>
          <Words x={length} y={HEIGHT + 60} size={14} anchor="end" colour="var(--ink-quiet)">
            {groups.map(({ label, x: across }) => `${label}: ${formatCount(across.length)}`).join(' · ')}
          </Words>
        </g>
      </>
    ),
  };
}
