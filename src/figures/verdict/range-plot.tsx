import type { CSSProperties } from 'react';
import { Ranges, rangesHeight } from '../../charts/marks/ranges';
import { roomScale, useRoom } from '../../charts/room';
import { useWidth } from '../../charts/use-width';
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
          aria-label="The difference among those that a few orders make; a table under “More” has the numbers"
        >
          <g transform={`translate(${SIDE} 0)`}>
            <Ranges {...plot} />
          </g>
        </svg>
      )}
    </div>
  );
}
