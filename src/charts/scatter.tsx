import { formatCount } from '../lib/words';
import { BOTTOM_AXIS, PLOT_LEFT, PLOT_TOP, PlotAxes } from './marks/axes';
import type { DotGroup } from './marks/dots';
import { Dots, dotScales, Wedge } from './marks/dots';
import { useRoom } from './room';
import styles from './scatter.module.css';
import { useWidth } from './use-width';

export interface ScatterProps {
  /** What the plot shows, for screen readers; the numbers are in a table elsewhere. */
  readonly label: string;
  /** The last one on top. */
  readonly groups: readonly DotGroup[];
  readonly xTitle: string;
  readonly yTitle: string;
  /** Zeros stand apart from the axes; other dots off an axis are put on its edge. */
  readonly xDomain: readonly [number, number];
  readonly yDomain: readonly [number, number];
  /** What a zero means, at the axes. */
  readonly zeros: { readonly x: string; readonly y: string };
  /** What it means to lie on or above the line y = x. */
  readonly above: string;
}

/** Height of the legend on a stage, in CSS pixels. */
const LEGEND = 40;

/** A log-log scatter plot with the line x = y. */
export function Scatter({ label, groups, xTitle, yTitle, xDomain, yDomain, zeros, above }: ScatterProps) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const room = useRoom();
  const length = Math.max(80, width - PLOT_LEFT - 12);
  const height = room === null ? Math.round(Math.max(220, Math.min(280, length * 0.5))) : Math.max(120, room - PLOT_TOP - BOTTOM_AXIS - LEGEND);
  const { x, y, xTicks, yTicks, diagonal } = dotScales(xDomain, yDomain, length, height, zeros);
  const drawn = room === null ? groups : groups.map((group) => ({ ...group, size: 2 * group.size }));
  return (
    <div ref={frame} className={styles.scatter}>
      <svg width={width} height={PLOT_TOP + height + BOTTOM_AXIS} role="img" aria-label={label}>
        <g transform={`translate(${PLOT_LEFT}, ${PLOT_TOP})`}>
          <PlotAxes length={length} height={height} xTicks={xTicks} yTicks={yTicks} xTitle={xTitle} yTitle={yTitle} />
          <Wedge {...diagonal}>{above}</Wedge>
          <Dots groups={drawn} x={x} y={y} />
        </g>
      </svg>
      <ul className={styles.legend}>
        {drawn.map(({ id, label: name, colour, size, x: all }) => (
          <li key={id}>
            <svg width="16" height="16" aria-hidden="true">
              <circle cx="8" cy="8" r={size / 2} fill={colour} />
            </svg>
            {name}: {formatCount(all.length)}
          </li>
        ))}
      </ul>
    </div>
  );
}
