import { logPlace } from '../log-axis';
import type { Tick } from './axes';
import { powerMarks } from './axes';
import { tenth } from './text';

/** Dots of one kind. */
export interface DotGroup {
  readonly id: string;
  readonly label: string;
  readonly colour: string;
  /** Diameter in pixels. */
  readonly size: number;
  readonly x: readonly number[];
  readonly y: readonly number[];
}

interface DotScales {
  readonly x: (value: number) => number;
  /** Downwards. */
  readonly y: (value: number) => number;
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  /** Both ends, in pixels, of the line on which x and y are equal. */
  readonly diagonal: { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number };
}

/** Two logarithmic axes. Values off an axis, including zeros, are put on its edge. */
export function dotScales(xDomain: readonly [number, number], yDomain: readonly [number, number], length: number, height: number): DotScales {
  const xAxis = { from: xDomain[0], to: xDomain[1], length };
  const yAxis = { from: yDomain[0], to: yDomain[1], length: height };
  const x = (value: number): number => tenth(clamp(logPlace(xAxis, value), length));
  const y = (value: number): number => tenth(height - clamp(logPlace(yAxis, value), height));
  const [from, to] = [Math.max(xDomain[0], yDomain[0]), Math.min(xDomain[1], yDomain[1])];
  return {
    x,
    y,
    xTicks: powerMarks(xAxis, 10, 40),
    yTicks: powerMarks(yAxis, 10, 26).map(({ at, text }) => ({ at: height - at, text })),
    diagonal: { x1: x(from), y1: y(from), x2: x(to), y2: y(to) },
  };
}

function clamp(place: number, length: number): number {
  // A zero lies infinitely far out.
  return Math.min(length, Math.max(0, Number.isNaN(place) ? 0 : place));
}

/** The line x = y, and the region above it. */
export function Diagonal({ x1, y1, x2, y2 }: DotScales['diagonal']) {
  return (
    <>
      <path d={`M0,0H${x2}L${x1},${y1}H0Z`} fill="var(--differs-wash)" fillOpacity={0.6} />
      <line x1={x1} y1={y1} x2={x2} y2={y2} stroke="var(--differs)" strokeWidth={1.25} />
    </>
  );
}

/** All dots, the last group on top: zero-length strokes with round caps, so that one element draws thousands. */
export function Dots({ groups, x, y }: { readonly groups: readonly DotGroup[] } & Pick<DotScales, 'x' | 'y'>) {
  return groups.map(({ id, colour, size, x: across, y: up }) => (
    <path key={id} d={across.map((value, i) => `M${x(value)},${y(up[i]!)}h0`).join('')} fill="none" stroke={colour} strokeWidth={size} strokeLinecap="round" strokeOpacity={0.7} />
  ));
}
