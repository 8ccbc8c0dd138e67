import type { LogAxis } from '../log-axis';
import { logPlace } from '../log-axis';
import type { Tick } from './axes';
import { powerMarks } from './axes';
import { tenth, Words } from './text';

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

/** Room at the beginning of each axis, in pixels, for values that are zero. */
const ZERO = 26;

/** Two logarithmic axes, with zeros before them. Other values off an axis are put on its edge. */
export function dotScales(xDomain: readonly [number, number], yDomain: readonly [number, number], length: number, height: number, zeros: { readonly x: string; readonly y: string }): DotScales {
  const xAxis = { from: xDomain[0], to: xDomain[1], length: length - ZERO };
  const yAxis = { from: yDomain[0], to: yDomain[1], length: height - ZERO };
  const place = (axis: LogAxis, value: number): number => (value === 0 ? ZERO / 2 : ZERO + Math.min(axis.length, Math.max(0, logPlace(axis, value))));
  const x = (value: number): number => tenth(place(xAxis, value));
  const y = (value: number): number => tenth(height - place(yAxis, value));
  const [from, to] = [Math.max(xDomain[0], yDomain[0]), Math.min(xDomain[1], yDomain[1])];
  const ticks = (axis: LogAxis, spacing: number, zero: string): Tick[] => [
    { at: ZERO / 2, text: zero },
    // A tick where zeros end would touch theirs.
    ...powerMarks(axis, 10, spacing).filter(({ at }) => at > ZERO / 2).map(({ at, text }) => ({ at: ZERO + at, text })),
  ];
  return {
    x,
    y,
    xTicks: ticks(xAxis, 48, zeros.x),
    yTicks: ticks(yAxis, 26, zeros.y).map(({ at, text }) => ({ at: height - at, text })),
    diagonal: { x1: x(from), y1: y(from), x2: x(to), y2: y(to) },
  };
}

/** The line x = y, the region above it, and what that means, beside its upper end. */
export function Wedge({ x1, y1, x2, y2, children }: DotScales['diagonal'] & { readonly children: string }) {
  return (
    <>
      <path d={`M0,0H${x2}L${x1},${y1}H0Z`} fill="var(--differs-wash)" fillOpacity={0.6} />
      <line x1={x1} y1={y1} x2={x2} y2={y2} stroke="var(--differs)" strokeWidth={1.25} />
      <Words x={x2 + 6} y={y2 + 14} size="var(--text-tick)" colour="var(--differs)">
        {children}
      </Words>
    </>
  );
}

/** All dots, the last group on top: zero-length strokes with round caps, so that one element draws thousands. */
export function Dots({ groups, x, y }: { readonly groups: readonly DotGroup[] } & Pick<DotScales, 'x' | 'y'>) {
  return groups.map(({ id, colour, size, x: across, y: up }) => (
    <path key={id} d={across.map((value, i) => `M${x(value)},${y(up[i]!)}h0`).join('')} fill="none" stroke={colour} strokeWidth={size} strokeLinecap="round" strokeOpacity={0.7} />
  ));
}
