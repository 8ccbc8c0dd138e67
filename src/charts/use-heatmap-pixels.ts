import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { changedRows, paintHeatmap } from './paint-heatmap';

/** What the canvas shows. Only rows whose values changed are repainted; if the scale changed, all are. */
interface Painted {
  readonly image: ImageData;
  readonly values: Float64Array;
  readonly limit: number | null;
  readonly table: Uint8ClampedArray;
}

/** Keeps a canvas of one pixel per value painted; returns the ref for it. */
export function useHeatmapPixels(
  values: Float32Array | Float64Array,
  columns: number,
  limit: number | null,
  table: Uint8ClampedArray | null,
  revision: number | undefined,
): RefObject<HTMLCanvasElement | null> {
  const canvas = useRef<HTMLCanvasElement>(null);
  const painted = useRef<Painted | null>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    const rows = columns > 0 ? values.length / columns : 0;
    if (!context || table === null || rows === 0) return;
    const last = painted.current;
    const same = last !== null && last.limit === limit && last.table === table && last.image.width === columns && last.image.height === rows;
    const image = same ? last.image : new ImageData(columns, rows);
    const span = same ? changedRows(values, last.values, columns) : { from: 0, to: rows };
    if (span === null) return;
    // Copy only what changed: a map that streams in may have half a million values.
    const kept = same ? last.values : new Float64Array(values);
    if (same) kept.set(values.subarray(span.from * columns, span.to * columns), span.from * columns);
    painted.current = { image, values: kept, limit, table };
    paintHeatmap(values, columns, span, limit, table, image.data);
    context.putImageData(image, 0, 0, 0, span.from, columns, span.to - span.from);
  }, [values, columns, limit, table, revision]);
  return canvas;
}
