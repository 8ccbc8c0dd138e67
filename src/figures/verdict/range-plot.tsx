import type { CSSProperties } from 'react';
import { Ranges, rangesHeight } from '../../charts/marks/ranges';
import { roomScale, useRoom } from '../../charts/room';
import { useWidth } from '../../charts/use-width';
import { sizeText } from '../../lib/size-text';
import { formatCount } from '../../lib/words';
import type { Judged } from './judged';
import { rangesOf } from './ranges-of';
import styles from './tolerance.module.css';

const SIDE = 8;

/** What the drawing needs on a stage, in pixels. */
const LARGE = 640;
const LETTERS = { '--text-mark': '13px', '--text-tick': '13px' } as CSSProperties;

/** Where the reader's difference stands among what a few orders do, on one axis. */
export function RangePlot({ judged }: { readonly judged: Judged }) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const room = useRoom();
  const height = rangesHeight(judged.orders);
  const scale = roomScale(room, width, { width: LARGE, height });
  const plot = rangesOf(judged, Math.max(120, width / scale - 2 * SIDE), 'yours');
  if (plot === null) return null;
  return (
    <div ref={frame} className={styles.range}>
      {width > 0 && (
        <svg
          width={width}
          height={scale * rangesHeight(plot.reaches)}
          viewBox={`0 0 ${width / scale} ${rangesHeight(plot.reaches)}`}
          style={scale > 1 ? LETTERS : undefined}
          role="img"
          aria-label="The difference among those that a few orders make; a table below has the numbers"
        >
          <g transform={`translate(${SIDE} 0)`}>
            <Ranges {...plot} />
          </g>
        </svg>
      )}
    </div>
  );
}

/** The same numbers as a table. */
export function OrdersTable({ judged: { orders, layer } }: { readonly judged: Judged }) {
  if (orders.length === 0) return null;
  return (
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
  );
}
