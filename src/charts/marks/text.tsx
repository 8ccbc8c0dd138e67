import type { ReactNode } from 'react';
import { differsFrom } from '../diff-digits';

/** The theme's sizes, or a number of pixels for text larger than any in a chart. */
export type TextSize = 'var(--text-mark)' | 'var(--text-tick)' | 'var(--text-small)' | number;

interface TextProps {
  readonly x: number;
  /** The baseline, unless `dy` moves it. */
  readonly y: number;
  readonly dy?: string;
  readonly size?: TextSize;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly colour?: string;
  readonly bold?: boolean;
  /** Paper round the letters, so that they can be read across lines. */
  readonly halo?: boolean;
  readonly children: ReactNode;
}

/** The `dy` that puts the middle of a line's figures on its `y`. */
export const MIDDLE = '0.34em';

const HALO = { paintOrder: 'stroke', stroke: 'var(--paper)', strokeWidth: 4, strokeLinejoin: 'round' } as const;

/** Words in a drawing. */
export function Words({ size = 'var(--text-small)', anchor, colour = 'var(--ink)', bold = false, halo = false, children, ...place }: TextProps) {
  return (
    <text {...place} fontSize={size} textAnchor={anchor} fill={colour} fontWeight={bold ? 600 : undefined} {...(halo && HALO)}>
      {children}
    </text>
  );
}

/** Numbers and code in a drawing, in tabular figures. */
export function Figures({ size = 'var(--text-small)', anchor, colour = 'var(--ink)', bold = false, children, ...place }: Omit<TextProps, 'halo'>) {
  return (
    <text {...place} fontFamily="var(--mono)" fontSize={size} textAnchor={anchor} fill={colour} fontWeight={bold ? 700 : undefined}>
      {children}
    </text>
  );
}

interface DifferingFiguresProps extends Omit<TextProps, 'halo' | 'bold' | 'children'> {
  readonly text: string;
  /** Without it, nothing is highlighted. */
  readonly against?: string | undefined;
}

/** A number highlighted from the first digit that differs from `against`. */
export function DifferingFigures({ text, against, ...props }: DifferingFiguresProps) {
  const at = against === undefined ? text.length : differsFrom(text, against);
  return (
    <Figures {...props}>
      {text.slice(0, at)}
      {at < text.length && (
        <tspan fill="var(--differs)" fontWeight={700}>
          {text.slice(at)}
        </tspan>
      )}
    </Figures>
  );
}

/** To a tenth of a pixel: more digits can't be seen and only make the file larger. */
export function tenth(place: number): number {
  return Math.round(place * 10) / 10;
}
