import type { Bins } from './log-bins';
import styles from './histogram.module.css';

export interface HistogramRow {
  readonly label: string;
  readonly bins: Bins;
}

export interface HistogramProps {
  /** Name for screen readers; each row says its own counts. */
  readonly label: string;
  readonly rows: readonly HistogramRow[];
  /** Upper edges of the bins (see binEdges). */
  readonly edges: readonly number[];
  readonly formatValue: (size: number) => string;
}

/** Height of a row's upper and of its lower half, in the drawing's own units. */
const HALF = 22;
const BIN = 20;

/** Bins per axis label. */
const TICK = 4;

function spoken({ label, bins }: HistogramRow): string {
  const count = (side: Uint32Array): number => side.reduce((sum, one) => sum + one, 0);
  return `${label}: ${bins.equal} equal, ${count(bins.plus)} above, ${count(bins.minus)} below${bins.beyond > 0 ? `, ${bins.beyond} infinite or not a number` : ''}`;
}

/** Differences by magnitude, in rows: positive ones upwards, negative ones downwards; magnitudes double from bin to bin. */
export function Histogram({ label, rows, edges, formatValue }: HistogramProps) {
  const most = rows.reduce((highest, { bins }) => Math.max(highest, ...bins.plus, ...bins.minus), 1);
  const width = edges.length * BIN;
  const ticks = edges.flatMap((edge, i) => ((edges.length - 1 - i) % TICK === 0 ? [{ edge, share: (100 * (i + 1)) / edges.length }] : []));
  return (
    <div className={styles.histogram} role="group" aria-label={label}>
      {rows.map((row) => (
        <div key={row.label} className={styles.row}>
          <span className={styles.label}>{row.label}</span>
          <svg viewBox={`0 0 ${width} ${2 * HALF}`} preserveAspectRatio="none" role="img" aria-label={spoken(row)}>
            <line x1={0} x2={width} y1={HALF} y2={HALF} className={styles.axis} />
            {edges.map((edge, i) => {
              const plus = (HALF * row.bins.plus[i]!) / most;
              const minus = (HALF * row.bins.minus[i]!) / most;
              return (
                <g key={edge}>
                  <rect x={i * BIN + 1} y={HALF - plus} width={BIN - 2} height={plus} className={styles.plus} />
                  <rect x={i * BIN + 1} y={HALF} width={BIN - 2} height={minus} className={styles.minus} />
                </g>
              );
            })}
          </svg>
          <span className={styles.equal}>{row.bins.equal} equal</span>
        </div>
      ))}
      <div className={styles.ticks} aria-hidden="true">
        {ticks.map(({ edge, share }) => (
          <span key={edge} style={{ insetInlineStart: `${share}%` }}>
            {formatValue(edge)}
          </span>
        ))}
      </div>
    </div>
  );
}
