import { tenth } from './text';

/** A part of a whole. */
export interface Share {
  /** 0 to 1. */
  readonly share: number;
  readonly colour: string;
}

interface ShareBarProps {
  readonly parts: readonly Share[];
  readonly width: number;
  readonly height: number;
}

/** The parts of a whole as one bar, from the left; the rest of the bar is background. */
export function ShareBar({ parts, width, height }: ShareBarProps) {
  const ends = parts.map((_, i) => tenth(width * parts.slice(0, i + 1).reduce((sum, { share }) => sum + share, 0)));
  return (
    <>
      <rect width={width} height={height} fill="var(--pending)" />
      {parts.map(({ colour }, i) => {
        const x = ends[i - 1] ?? 0;
        return <rect key={colour} x={x} width={tenth(ends[i]! - x)} height={height} fill={colour} />;
      })}
    </>
  );
}
