import type { ReactNode } from 'react';
import { differsFrom } from '../../charts/diff-digits';

interface TextProps {
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly size?: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly colour?: string;
  readonly bold?: boolean;
  readonly children: ReactNode;
}

/** Words of a drawing. */
export function Words({ x, y, size = 15, anchor, colour = 'var(--ink)', bold = false, children }: TextProps) {
  return (
    <text x={x} y={y} fontSize={size} textAnchor={anchor} fill={colour} fontWeight={bold ? 600 : undefined}>
      {children}
    </text>
  );
}

/** Numbers of a drawing, in figures of one width. */
export function Figures({ x, y, size = 15, anchor, colour = 'var(--ink)', bold = false, children }: TextProps) {
  return (
    <text className="n" x={x} y={y} fontSize={size} textAnchor={anchor} fill={colour} fontWeight={bold ? 700 : undefined}>
      {children}
    </text>
  );
}

interface DifferingProps {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly text: string;
  readonly against: string;
}

/** A number whose digits stand out from the first one that differs from `against`. */
export function DifferingFigures({ x, y, size, text, against }: DifferingProps) {
  const at = differsFrom(text, against);
  return (
    <text className="n" x={x} y={y} fontSize={size} fill="var(--ink)">
      {text.slice(0, at)}
      {at < text.length && (
        <tspan fill="var(--differs)" fontWeight={700}>
          {text.slice(at)}
        </tspan>
      )}
    </text>
  );
}

/** To a tenth of a pixel: more can't be seen, and weighs. */
export function tenth(place: number): number {
  return Math.round(place * 10) / 10;
}
