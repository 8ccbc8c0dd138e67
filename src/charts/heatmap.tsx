import { memo, useEffect, useMemo, useRef } from 'react';
import type { KeyboardEvent, MouseEvent } from 'react';
import type { HeatmapCell } from './heatmap-cell';
import { cellAt, heatmapGeometry, movedCell } from './heatmap-geometry';
import { HeatmapLegend } from './heatmap-legend';
import { HeatmapOrderLegend } from './heatmap-order-legend';
import type { HeatmapScale } from './heatmap-scale';
import { scaleLimit, scaleProperties, scaleTable } from './heatmap-scale';
import styles from './heatmap.module.css';
import { COLUMN_TICKS_HEIGHT, ColumnTicks } from './marks/column-ticks';
import { RowLabels, rowLabelsWidth } from './marks/row-labels';
import { Words } from './marks/text';
import type { OrderMark } from './order-mark';
import { firstPerBucket, largestPerBucket } from './paint-heatmap';
import { useRoom } from './room';
import { useHeatmapPixels } from './use-heatmap-pixels';
import { useThemeColours } from './use-theme-colours';
import { useWidth } from './use-width';

export interface HeatmapProps {
  /** Name for screen readers: "Differences from batch 16, six batch sizes by 768 outputs". */
  readonly label: string;
  /** One label per row, from the top: "1", "2", "16". */
  readonly rows: readonly string[];
  /** For each row, the orders in which it is summed. */
  readonly rowOrders?: readonly (readonly OrderMark[])[];
  /** What the rows are: "batch". */
  readonly rowTitle: string;
  /** What the columns are: "output". */
  readonly columnTitle: string;
  readonly columns: number;
  /** Row-major; what they are, the scale says. */
  readonly values: Float32Array | Float64Array;
  /** Increment it after writing to `values` in place; only rows that changed are repainted. */
  readonly revision?: number;
  readonly scale: HeatmapScale;
  /** What is drawn: "difference from batch 16, in ulp". */
  readonly caption: string;
  /** One cell's readout in words, announced to screen readers. */
  readonly describe: (row: number, column: number) => string;
  /** A row that is asked about: hatched, with a question mark, until the reader has answered; −1 for none. */
  readonly veiled?: number;
  readonly selected?: HeatmapCell | null;
  /** The cell under the pointer or the keyboard cursor, null when the pointer leaves. */
  readonly onCursor?: (cell: HeatmapCell | null) => void;
  /** Click, tap or Enter; null for Escape. */
  readonly onSelect?: (cell: HeatmapCell | null) => void;
}

/** Between the row labels and the map, in CSS pixels. */
const GAP = 8;
/** On a stage, what stands above and below the rows for differences, and for orders, one a line; in CSS pixels. */
const AROUND = 130;
const ORDER_LINE = 28;
const HINT = 'Arrow keys move over the cells, with Shift by sixteen';

/**
 * Signed differences, or orders of addition, as colour: one row per label, one column per output. The map is an image
 * of one pixel per cell, stretched by whole device pixels where it fits; the cursor is moved without a render.
 */
export const Heatmap = memo(function Heatmap(props: HeatmapProps) {
  const { rows, columns, values, revision, scale, describe, selected, onCursor, onSelect, veiled = -1 } = props;
  const room = useRoom();
  const [frame, available] = useWidth<HTMLDivElement>();
  const readout = useRef<HTMLOutputElement>(null);
  const marker = useRef<HTMLDivElement>(null);
  const cursor = useRef<HeatmapCell>(selected ?? { row: 0, column: 0 });
  const limit = scaleLimit(scale);
  const properties = scaleProperties(scale);
  const colours = useThemeColours(properties);
  // The table follows from the properties, whatever the limit.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const table = useMemo(() => colours && scaleTable(scale, (property) => colours[property]!), [colours, properties.join(' ')]);
  const labels = rowLabelsWidth(rows, props.rowOrders, room !== null);
  const forRows = room === null ? null : room - AROUND - (scale.kind === 'orders' ? ORDER_LINE * scale.orders.length : 0);
  const geometry = heatmapGeometry(rows.length, columns, Math.max(1, available - labels - GAP), typeof devicePixelRatio === 'number' ? devicePixelRatio : 1, forRows);
  const { cellWidth, buckets, rowHeight, width, height } = geometry;
  const perBucket = limit === null ? firstPerBucket : largestPerBucket;
  // eslint-disable-next-line react-hooks/exhaustive-deps -- values may be written to in place: revision says when
  const shown = useMemo(() => (buckets < columns ? perBucket(values, rows.length, columns, buckets) : values), [perBucket, values, revision, rows.length, columns, buckets]);
  const canvas = useHeatmapPixels(shown, buckets, limit, table, revision);

  useEffect(() => {
    if (selected) cursor.current = selected;
  }, [selected]);
  // The map may have become smaller since the cursor was set.
  const current = (): HeatmapCell => ({ row: Math.min(cursor.current.row, rows.length - 1), column: Math.min(cursor.current.column, columns - 1) });
  const outline = (cell: HeatmapCell) => ({
    transform: `translate(${cell.column * cellWidth}px, ${cell.row * rowHeight}px)`,
    width: `${Math.max(1, cellWidth)}px`,
    height: `${rowHeight}px`,
  });
  const words = ({ row, column }: HeatmapCell): string => (row === veiled ? `${props.rowTitle} ${rows[row]}: hidden until you have answered` : describe(row, column));
  const show = (cell: HeatmapCell | null): void => {
    if (marker.current === null || readout.current === null) return;
    marker.current.hidden = cell === null;
    if (cell !== null) {
      cursor.current = cell;
      Object.assign(marker.current.style, outline(cell));
    }
    readout.current.textContent = cell === null ? '' : words(cell);
    onCursor?.(cell);
  };
  // What the readout says follows the values as they arrive.
  useEffect(() => {
    if (marker.current?.hidden === false) readout.current!.textContent = words(current());
  });

  const pointed = (event: MouseEvent<HTMLElement>): HeatmapCell => {
    const box = event.currentTarget.getBoundingClientRect();
    return cellAt(geometry, rows.length, columns, event.clientX - box.left, event.clientY - box.top, values);
  };
  const select = (cell: HeatmapCell): void => {
    if (cell.row !== veiled) onSelect?.(cell);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') select(current());
    else if (event.key === 'Escape' && selected) onSelect?.(null);
    else {
      const to = movedCell(current(), event.key, event.shiftKey, rows.length, columns);
      if (to === null) return;
      show(to);
    }
    event.preventDefault();
  };

  return (
    <div ref={frame} className={styles.heatmap}>
      {scale.kind === 'orders' && <HeatmapOrderLegend orders={scale.orders} caption={props.caption} left={labels + GAP} />}
      {scale.kind === 'differences' && table !== null && <HeatmapLegend ramp={table} limit={scale.limit} formatValue={scale.formatValue} caption={props.caption} left={labels + GAP} width={width} />}
      <div className={styles.frame}>
        <svg className={styles.rowLabels} width={labels} height={height + COLUMN_TICKS_HEIGHT} aria-hidden="true">
          <RowLabels title={props.rowTitle} rows={rows} orders={props.rowOrders} rowHeight={rowHeight} width={labels} />
          <Words x={labels} y={height + 18} size="var(--text-mark)" anchor="end" colour="var(--ink-quiet)">
            {props.columnTitle}
          </Words>
        </svg>
        <div>
          <div
            className={styles.map}
            style={{ width: `${width}px`, height: `${height}px` }}
            role="application"
            aria-roledescription="heatmap"
            aria-label={`${props.label}. ${HINT}${onSelect ? '; Enter selects, Escape takes that back' : ''}.`}
            tabIndex={0}
            onKeyDown={onKeyDown}
            onFocus={(event) => event.currentTarget.matches(':focus-visible') && show(current())}
            onBlur={() => show(null)}
            onPointerDown={(event) => show(pointed(event))}
            onPointerMove={(event) => show(pointed(event))}
            onPointerLeave={(event) => event.pointerType === 'mouse' && event.currentTarget !== document.activeElement && show(null)}
            onClick={(event) => select(pointed(event))}
          >
            <canvas ref={canvas} width={buckets} height={rows.length} className={styles.cells} />
            {rowHeight >= 14 && rows.map((_, row) => row > 0 && <i key={row} className={styles.rule} style={{ top: `${row * rowHeight}px` }} />)}
            {selected && <div className={styles.selected} style={outline(selected)} />}
            {veiled >= 0 && (
              <div className={styles.veil} data-control style={{ top: `${veiled * rowHeight}px`, height: `${rowHeight}px` }}>
                <span>?</span>
              </div>
            )}
            <div ref={marker} className={styles.cursor} hidden />
          </div>
          <svg className={styles.axis} width={width} height={COLUMN_TICKS_HEIGHT} aria-hidden="true">
            <ColumnTicks columns={columns} cellWidth={cellWidth} />
          </svg>
        </div>
      </div>
      <output ref={readout} className="visually-hidden" aria-live="polite" />
    </div>
  );
});
