import { Ranges, rangesHeight } from '../../charts/marks/ranges';
import { useWidth } from '../../charts/use-width';
import { sizeText } from '../../lib/size-text';
import { formatCount } from '../../lib/words';
import type { Judged } from './judged';
import { rangesOf } from './ranges-of';
import styles from './tolerance.module.css';

const SIDE = 8;

/** Where the reader's difference stands among what a few orders do, on one axis. */
export function RangePlot({ judged }: { readonly judged: Judged }) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const { orders, layer } = judged;
  const plot = rangesOf(judged, Math.max(120, width - 2 * SIDE), 'yours');
  if (plot === null) return null;
  return (
    <div className={styles.range}>
      <div ref={frame}>
        {width > 0 && (
          <svg width={width} height={rangesHeight(plot.reaches)} role="img" aria-label="The difference among those that a few orders make; the table below has the numbers">
            <g transform={`translate(${SIDE} 0)`}>
              <Ranges {...plot} />
            </g>
          </svg>
        )}
      </div>
      {orders.length > 0 && (
        <details className={styles.details}>
          <summary>These numbers as a table</summary>
          <table className={styles.ranges}>
            <caption>How far each order’s results are from the others’, computed on {layer === null ? 'random numbers' : 'these x and W'}, as a multiple of what two orders usually differ by</caption>
            <thead>
              <tr>
                <th scope="col">order</th>
                <th scope="col">h</th>
                <th scope="col">at most</th>
              </tr>
            </thead>
            <tbody>
              {orders.map(({ label, height, largest }) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  <td data-value={height}>{formatCount(height)}</td>
                  <td data-value={largest}>{sizeText(largest)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </div>
  );
}
