import type { ReactNode } from 'react';
import { tenth, Words } from './text';

/** A strip of a drawing with zero in the middle. */
export interface Lane {
  readonly top: number;
  readonly height: number;
  /** The value at its upper edge; values beyond it are put on the edge. */
  readonly most: number;
}

export function laneY({ top, height, most }: Lane, value: number): number {
  return tenth(top + (height / 2) * (1 - Math.min(1, Math.max(-1, value / most))));
}

/** The largest magnitude of the finite values, so that a lane holds them; 1 if all are zero. */
export function laneMost(values: readonly number[]): number {
  return Math.max(...values.map((value) => (Number.isFinite(value) ? Math.abs(value) : 0))) || 1;
}

interface LaneFrameProps {
  readonly lane: Lane;
  readonly width: number;
  readonly title: ReactNode;
  /** What the edge stands for: "±0.19". */
  readonly scale: string;
}

/** The zero line of a lane, its title and its scale. */
export function LaneFrame({ lane, width, title, scale }: LaneFrameProps) {
  return (
    <>
      <line x2={width} y1={laneY(lane, 0)} y2={laneY(lane, 0)} stroke="var(--hairline)" shapeRendering="crispEdges" />
      <Words x={0} y={lane.top - 8} size="var(--text-mark)">
        {title}
      </Words>
      <Words x={width} y={lane.top - 8} size="var(--text-mark)" anchor="end" colour="var(--ink-quiet)">
        {scale}
      </Words>
    </>
  );
}

interface TrackProps {
  readonly lane: Lane;
  /** The x position of the i-th value. */
  readonly x: (i: number) => number;
  readonly values: readonly number[];
  readonly colour: string;
  /** Hollow squares instead of dots. */
  readonly squares?: boolean;
  /** Whether a line joins a value to the one before it; by default, one always does. */
  readonly continues?: (i: number) => boolean;
  /** The last value reached so far: it is drawn larger, and those after it are hollow. */
  readonly reached?: number;
  /** Of a dot, in pixels. */
  readonly radius?: number;
}

/** A sequence of values, joined by a thin line. */
export function Track({ lane, x, values, colour, squares = false, continues = () => true, reached = Infinity, radius = 3 }: TrackProps) {
  const path = (from: number, to: number): string =>
    values.map((value, i) => (i < from || i > to ? '' : `${i === from || !continues(i) ? 'M' : 'L'}${tenth(x(i))},${laneY(lane, value)}`)).join('');
  const line = { fill: 'none', strokeWidth: 1.5, strokeDasharray: squares ? '2 2' : undefined } as const;
  return (
    <>
      {reached < values.length && <path d={path(Math.max(0, reached), values.length)} stroke="var(--rule)" {...line} />}
      <path d={path(0, reached)} stroke={colour} {...line} />
      {values.map((value, i) => {
        const [cx, cy] = [tenth(x(i)), laneY(lane, value)];
        const done = i <= reached;
        const look = { fill: done && !squares ? colour : 'var(--paper)', stroke: done ? colour : 'var(--rule)', strokeWidth: done && !squares ? 0 : 1.5 };
        if (squares) return <rect key={i} x={tenth(cx - 2.5)} y={tenth(cy - 2.5)} width={5} height={5} {...look} />;
        return <circle key={i} cx={cx} cy={cy} r={i === reached ? 5 : radius} {...look} />;
      })}
    </>
  );
}
