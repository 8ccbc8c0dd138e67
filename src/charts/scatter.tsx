import { powerText } from '../lib/size-text';
import { formatCount } from '../lib/words';
import { logPlace, powerTicks } from './log-axis';
import styles from './scatter.module.css';
import { useWidth } from './use-width';

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

export interface ScatterProps {
  /** What is to be seen, for screen readers; the numbers stand elsewhere as a table. */
  readonly label: string;
  /** The last one on top. */
  readonly groups: readonly DotGroup[];
  readonly xTitle: string;
  readonly yTitle: string;
  /** Dots beyond an axis, zeros too, lie on its edge. */
  readonly xDomain: readonly [number, number];
  readonly yDomain: readonly [number, number];
  /** What it means to lie on or above the line y = x. */
  readonly above: string;
}

const TOP = 30;
const LEFT = 46;
const BOTTOM = 46;

/** Dots on two logarithmic axes, with the line on which both are equal. */
export function Scatter({ label, groups, xTitle, yTitle, xDomain, yDomain, above }: ScatterProps) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const length = Math.max(80, width - LEFT - 12);
  const height = Math.round(Math.max(220, Math.min(420, length * 0.5)));
  const xAxis = { from: xDomain[0], to: xDomain[1], length };
  const yAxis = { from: yDomain[0], to: yDomain[1], length: height };
  const placeX = (x: number): number => clamp(logPlace(xAxis, x), length);
  const placeY = (y: number): number => height - clamp(logPlace(yAxis, y), height);
  const from = Math.max(xDomain[0], yDomain[0]);
  const to = Math.min(xDomain[1], yDomain[1]);
  const end = { x: placeX(to), y: placeY(to) };
  return (
    <div ref={frame} className={styles.scatter}>
      <svg width={width} height={TOP + height + BOTTOM} role="img" aria-label={label}>
        <g transform={`translate(${LEFT}, ${TOP})`}>
          {powerTicks(yAxis, 10, 26).map((power) => (
            <g key={power} transform={`translate(0, ${placeY(10 ** power)})`}>
              <line x2={length} className={styles.grid} />
              <text x={-8} dy="0.32em" textAnchor="end" className={styles.tick}>
                {powerText(10, power)}
              </text>
            </g>
          ))}
          {powerTicks(xAxis, 10, 40).map((power) => (
            <g key={power} transform={`translate(${placeX(10 ** power)}, ${height})`}>
              <line y2={5} className={styles.axis} />
              <text y={19} textAnchor="middle" className={styles.tick}>
                {powerText(10, power)}
              </text>
            </g>
          ))}
          <line x2={length} y1={height} y2={height} className={styles.axis} />
          <path d={`M0,0H${end.x}L${placeX(from)},${placeY(from)}H0Z`} className={styles.above} />
          <line x1={placeX(from)} y1={placeY(from)} x2={end.x} y2={end.y} className={styles.diagonal} />
          {groups.map(({ id, colour, size, x, y }) => (
            // Strokes of no length with round ends: one element for thousands of dots.
            <path key={id} d={x.map((value, i) => `M${placeX(value).toFixed(1)},${placeY(y[i]!).toFixed(1)}h0`).join('')} stroke={colour} strokeWidth={size} className={styles.dots} />
          ))}
          <text x={-LEFT} y={-16} className={styles.title}>{yTitle}</text>
          <text x={length} y={height + 39} textAnchor="end" className={styles.title}>{xTitle}</text>
        </g>
      </svg>
      <ul className={styles.legend}>
        {groups.map(({ id, label: name, colour, size, x }) => (
          <li key={id}>
            <svg width="12" height="12" aria-hidden="true">
              <circle cx="6" cy="6" r={size / 2} fill={colour} />
            </svg>
            {name}: {formatCount(x.length)}
          </li>
        ))}
        <li>
          <svg width="22" height="12" aria-hidden="true">
            <path d="M0,12L14,0H0Z" className={styles.above} />
            <path d="M0,12L14,0" className={styles.diagonal} />
          </svg>
          {above}
        </li>
      </ul>
    </div>
  );
}

function clamp(place: number, length: number): number {
  // A zero lies infinitely far out.
  return Math.min(length, Math.max(0, Number.isNaN(place) ? 0 : place));
}
