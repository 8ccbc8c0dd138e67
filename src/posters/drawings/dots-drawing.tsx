import { BOTTOM_AXIS, PLOT_LEFT, PLOT_TOP, PlotAxes } from '../../charts/marks/axes';
import type { DotGroup } from '../../charts/marks/dots';
import { Dots, dotScales, Wedge } from '../../charts/marks/dots';
import { Words } from '../../charts/marks/text';
import { formatCount } from '../../lib/words';
import type { Drawing } from '../poster';
import { WIDTH } from '../poster';

interface DotsOptions {
  readonly groups: readonly DotGroup[];
  readonly xDomain: readonly [number, number];
  readonly yDomain: readonly [number, number];
}

const LENGTH = WIDTH - PLOT_LEFT - 8;
const HEIGHT = 300;

/** Inputs as dots: the change of the lead against the lead, and the line above which it can flip. */
export function dotsDrawing({ groups, xDomain, yDomain }: DotsOptions): Drawing {
  const { x, y, xTicks, yTicks, diagonal } = dotScales(xDomain, yDomain, LENGTH, HEIGHT, { x: 'tie', y: 'none' });
  return {
    width: WIDTH,
    height: PLOT_TOP + HEIGHT + BOTTOM_AXIS + 20,
    marks: (
      <g transform={`translate(${PLOT_LEFT} ${PLOT_TOP})`}>
        <PlotAxes length={LENGTH} height={HEIGHT} xTicks={xTicks} yTicks={yTicks} xTitle="lead of the largest output, 1 row" yTitle="change of the lead in the larger call" />
        <Wedge {...diagonal}>← only here can it flip</Wedge>
        <Dots groups={groups} x={x} y={y} />
        <Words x={LENGTH} y={HEIGHT + 60} size="var(--text-tick)" anchor="end" colour="var(--ink-quiet)">
          {groups.map(({ label, x: across }) => `${label}: ${formatCount(across.length)}`).join(' · ')}
        </Words>
      </g>
    ),
  };
}
