import { useEffect, useMemo, useRef } from 'react';
import type { PointerEvent, RefObject } from 'react';
import styles from './heatmap.module.css';
import { firstPerBucket, largestPerBucket } from './paint-heatmap';
import { useHeatmapPixels } from './use-heatmap-pixels';

export interface HeatmapOverviewProps {
  readonly values: Float32Array | Float64Array;
  readonly revision: number | undefined;
  readonly rows: number;
  readonly columns: number;
  readonly limit: number | null;
  readonly table: Uint8ClampedArray;
  /** CSS pixels that the map has, and that it would need. */
  readonly available: number;
  readonly width: number;
  readonly viewport: RefObject<HTMLDivElement | null>;
}

/** The whole of a map that is too wide for the page: each pixel shows the largest difference in its columns, or the order of the first, and a frame marks what is in view. */
export function HeatmapOverview({ values, revision, rows, columns, limit, table, available, width, viewport }: HeatmapOverviewProps) {
  const buckets = Math.max(1, Math.floor(available));
  const perBucket = limit === null ? firstPerBucket : largestPerBucket;
  // eslint-disable-next-line react-hooks/exhaustive-deps -- values may be written to in place: revision says when
  const shown = useMemo(() => perBucket(values, rows, columns, buckets), [perBucket, values, revision, rows, columns, buckets]);
  const canvas = useHeatmapPixels(shown, buckets, limit, table, undefined);
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const scroller = viewport.current;
    if (scroller === null) return;
    const follow = (): void => {
      if (frame.current) frame.current.style.transform = `translateX(${(scroller.scrollLeft * available) / width}px)`;
    };
    follow();
    scroller.addEventListener('scroll', follow, { passive: true });
    return () => scroller.removeEventListener('scroll', follow);
  }, [viewport, available, width]);
  const scrollTo = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.buttons === 0) return;
    const share = (event.clientX - event.currentTarget.getBoundingClientRect().left) / available;
    viewport.current?.scrollTo({ left: share * width - available / 2, behavior: 'instant' });
  };
  return (
    <div className={styles.overview} data-control aria-hidden="true" onPointerDown={scrollTo} onPointerMove={scrollTo}>
      <canvas ref={canvas} width={buckets} height={rows} className={styles.cells} />
      <div ref={frame} className={styles.window} style={{ width: `${(available * available) / width}px` }} />
    </div>
  );
}
