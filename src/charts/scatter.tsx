import { formatCount } from '../lib/words';
import { BOTTOM_AXIS, PLOT_LEFT, PLOT_TOP, PlotAxes } from './marks/axes';
import type { DotGroup } from './marks/dots';
import { Diagonal, Dots, dotScales } from './marks/dots';
import styles from './scatter.module.css';
import { useWidth } from './use-width';

export interface ScatterProps {
  /** What the plot shows, for screen readers; the numbers are in a table elsewhere. */
  readonly label: string;
  /** The last one on top. */
  readonly groups: readonly DotGroup[];
  readonly xTitle: string;
  readonly yTitle: string;
  /** Dots off an axis, including zeros, are put on its edge. */
  readonly xDomain: readonly [number, number];
  readonly yDomain: readonly [number, number];
  /** What it means to lie on or above the line y = x. */
  readonly above: string;
}

/** A log-log scatter plot with the line x = y. */
export function Scatter({ label, groups, xTitle, yTitle, xDomain, yDomain, above }: ScatterProps) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const length = Math.max(80, width - PLOT_LEFT - 12);
  const height = Math.round(Math.max(220, Math.min(420, length * 0.5)));
  const { x, y, xTicks, yTicks, diagonal } = dotScales(xDomain, yDomain, length, height);
  return (
    <div ref={frame} className={styles.scatter}>
      <svg width={width} height={PLOT_TOP + height + BOTTOM_AXIS} role="img" aria-label={label}>
        <g transform={`translate(${PLOT_LEFT}, ${PLOT_TOP})`}>
          <PlotAxes length={length} height={height} xTicks={xTicks} yTicks={yTicks} xTitle={xTitle} yTitle={yTitle} />
          <Diagonal {...diagonal} />
          <Dots groups={groups} x={x} y={y} />
        </g>
      </svg>
      <ul className={styles.legend}>
        {groups.map(({ id, label: name, colour, size, x: all }) => (
          <li key={id}>
            <svg width="12" height="12" aria-hidden="true">
              <circle cx="6" cy="6" r={size / 2} fill={colour} />
            </svg>
            {name}: {formatCount(all.length)}
          </li>
        ))}
        <li>
          <svg width="22" height="12" aria-hidden="true">
            <Diagonal x1={0} y1={12} x2={14} y2={0} />
          </svg>
          {above}
        </li>
      </ul>
    </div>
  );
}
