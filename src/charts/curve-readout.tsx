import { useStore } from 'zustand';
import type { CursorStore } from './curve-cursor';
import type { CurveSeries } from './curve-series';
import styles from './curves.module.css';
import { lineLook } from './marks/curves';

export interface CurveReadoutProps {
  readonly series: readonly CurveSeries[];
  /** Where the readout stands. */
  readonly cursor: CursorStore;
  /** Name every series even when there is no readout: on a narrow plot, this is the legend. */
  readonly names: boolean;
  readonly xTitle: string;
  readonly formatX: (x: number) => string;
  readonly formatY: (y: number) => string;
}

/** The values of all series at one x, in words and numbers. */
export function CurveReadout({ series, cursor, names, xTitle, formatX, formatY }: CurveReadoutProps) {
  const at = useStore(cursor, (state) => state.at);
  const known = series.map((one) => ({ ...one, point: one.points.find(({ x }) => x === at) }));
  const listed = names ? known : known.filter(({ point }) => point !== undefined);
  return (
    <div className={styles.readout} data-idle={listed.length === 0 || undefined} aria-live="polite">
      <span className={styles.where}>{at === null ? '' : `${xTitle} = ${formatX(at)}`}</span>
      <ul>
        {listed.map(({ id, label, colour, kind, point }) => (
          <li key={id}>
            <svg width="22" height="8" aria-hidden="true">
              <line x2="22" y1="4" y2="4" stroke={colour} {...lineLook(kind)} />
            </svg>
            <span>{label}</span>
            {point !== undefined && <span className={styles.value}>{formatY(point.y)}</span>}
            {point?.low !== undefined && point.high !== undefined && (
              <span className={styles.spread}>
                {formatY(point.low)} to {formatY(point.high)}
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
