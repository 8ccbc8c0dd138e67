import { useEffect, useRef } from 'react';
import { RAMP_PENDING, RAMP_STEPS, RAMP_ZERO } from './heatmap-colours';
import styles from './heatmap.module.css';

export interface HeatmapLegendProps {
  readonly ramp: Uint8ClampedArray;
  readonly limit: number;
  readonly formatValue: (difference: number) => string;
  /** What is drawn, with its unit: "difference from batch 16, in ulp". */
  readonly caption: string;
  /** Where the map begins and how wide it is, in CSS pixels: the legend stands above it. */
  readonly left: number;
  readonly width: number;
}

/** Ticks as fractions of the limit, evenly spaced under a square root. */
const TICKS = [-1, -0.25, 0, 0.25, 1];

/** The heatmap's colour scale as a bar, labelled with differences. */
export function HeatmapLegend({ ramp, limit, formatValue, caption, left, width }: HeatmapLegendProps) {
  const bar = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const pixels = new ImageData(RAMP_PENDING, 1);
    pixels.data.set(ramp.subarray(0, 4 * RAMP_PENDING));
    bar.current?.getContext('2d')?.putImageData(pixels, 0, 0);
  }, [ramp]);
  const place = (share: number): string => `${(50 * (RAMP_ZERO + Math.sign(share) * Math.sqrt(Math.abs(share)) * RAMP_STEPS)) / RAMP_ZERO}%`;
  return (
    <div className={styles.legend} style={{ marginInlineStart: `${left}px`, width: `${width}px` }}>
      <span>{caption}</span>
      <div className={styles.scale} aria-hidden="true">
        <canvas ref={bar} width={RAMP_PENDING} height={1} className={styles.bar} />
        {TICKS.map((share) => (
          <span key={share} className={styles.scaleTick} data-at={Math.abs(share)} style={share === 1 ? { right: 0 } : { left: place(share) }}>
            {share === 0 ? '0, equal' : formatValue(share * limit)}
          </span>
        ))}
      </div>
    </div>
  );
}
