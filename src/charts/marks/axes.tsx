import type { LogAxis } from '../log-axis';
import { powerText } from '../../lib/size-text';
import { logPlace, powerTicks } from '../log-axis';
import { MIDDLE, tenth, Words } from './text';

/** A tick, in pixels from the start of the drawing's plane. */
export interface Tick {
  readonly at: number;
  readonly text: string;
}

/** Powers of `base` on a logarithmic axis, at least `spacing` pixels apart. */
export function powerMarks(axis: LogAxis, base: 2 | 10, spacing: number): Tick[] {
  return powerTicks(axis, base, spacing).map((power) => ({ at: tenth(logPlace(axis, base ** power)), text: powerText(base, power) }));
}

interface BottomAxisProps {
  readonly length: number;
  /** Where it lies. */
  readonly y: number;
  readonly ticks: readonly Tick[];
  /** How much larger the letters are than on a page. */
  readonly scale?: number;
}

/** Height of a bottom axis with a title below it. */
export const BOTTOM_AXIS = 46;

/** A line with ticks below it. */
export function BottomAxis({ length, y, ticks, scale = 1 }: BottomAxisProps) {
  return (
    <g transform={`translate(0 ${y})`}>
      {ticks.map(({ at, text }) => (
        <g key={at} transform={`translate(${at} 0)`}>
          <line y2={5} stroke="var(--rule)" />
          <Words x={0} y={19 * scale} size="var(--text-tick)" anchor="middle" colour="var(--ink-quiet)">
            {text}
          </Words>
        </g>
      ))}
      <line x2={length} stroke="var(--rule)" shapeRendering="crispEdges" />
    </g>
  );
}

export interface PlotAxesProps {
  readonly length: number;
  readonly height: number;
  readonly xTicks: readonly Tick[];
  /** Measured downwards, like everything in a drawing. */
  readonly yTicks: readonly Tick[];
  readonly xTitle: string;
  readonly yTitle: string;
  /** The space to the left of the plane. */
  readonly left?: number;
  /** How far above the plane the vertical title stands. */
  readonly above?: number;
  /** How much larger the letters are than on a page. */
  readonly scale?: number;
}

/** The space that a plot's axes take above the plane, and to its left. */
export const PLOT_TOP = 34;
export const PLOT_LEFT = 48;

/** The axes of a plane: grid lines at the y ticks, the y title at the top left, the x title at the bottom right. */
export function PlotAxes({ length, height, xTicks, yTicks, xTitle, yTitle, left = PLOT_LEFT, above = 15, scale = 1 }: PlotAxesProps) {
  return (
    <>
      {yTicks.map(({ at, text }) => (
        <g key={at} transform={`translate(0 ${at})`}>
          <line x2={length} stroke="var(--hairline)" shapeRendering="crispEdges" />
          <Words x={-8} y={0} dy={MIDDLE} size="var(--text-tick)" anchor="end" colour="var(--ink-quiet)">
            {text}
          </Words>
        </g>
      ))}
      <BottomAxis length={length} y={height} ticks={xTicks} scale={scale} />
      <Words x={-left} y={-above * scale} colour="var(--ink-quiet)">
        {yTitle}
      </Words>
      <Words x={length} y={height + 39 * scale} anchor="end" colour="var(--ink-quiet)">
        {xTitle}
      </Words>
    </>
  );
}
