import { Ranges, rangesHeight } from '../../charts/marks/ranges';
import { useWidth } from '../../charts/use-width';
import type { Judged } from './judged';
import { rangesOf } from './ranges-of';
import { sizeText } from '../../lib/size-text';
import { formatCount } from '../../lib/words';
import styles from './tolerance.module.css';

const SIDE = 8;

/** Where the reader's largest difference lies beside what orders of addition do, on one axis: relative to Σ|x·w|. */
export function RangePlot({ judged }: { readonly judged: Judged }) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const { ranges } = judged;
  const plot = rangesOf(judged, Math.max(120, width - 2 * SIDE), 'yours');
  if (plot === null) return null;
  return (
    <div className={styles.range}>
      <div ref={frame}>
        {width > 0 && (
          <svg width={width} height={rangesHeight(plot.spans)} role="img" aria-label="Expected range of the difference, by order of addition; the table below has the numbers">
            <g transform={`translate(${SIDE} 0)`}>
              <Ranges {...plot} />
            </g>
          </svg>
        )}
      </div>
      <details className={styles.details}>
        <summary>These numbers as a table</summary>
        <table className={styles.ranges}>
          <thead>
            <tr>
              <th scope="col">order</th>
              <th scope="col">h</th>
              <th scope="col">2·√h·u</th>
              <th scope="col">2·h·u</th>
              <th scope="col">computed</th>
            </tr>
          </thead>
          <tbody>
            {ranges.map(({ label, height, typical: low, most: high, measured }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td data-value={height}>{formatCount(height)}</td>
                <td data-value={low}>{sizeText(low)}</td>
                <td data-value={high}>{sizeText(high)}</td>
                <td data-value={measured ?? undefined}>{measured === null ? 'K too long' : sizeText(measured)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}
