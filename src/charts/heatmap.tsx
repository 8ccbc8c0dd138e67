import { memo, useEffect, useMemo, useRef } from 'react';
import type { KeyboardEvent, MouseEvent } from 'react';
import type { HeatmapCell } from './heatmap-cell';
import { cellAt, heatmapGeometry, movedCell } from './heatmap-geometry';
import { HeatmapLegend } from './heatmap-legend';
import { HeatmapOrderLegend } from './heatmap-order-legend';
import { HeatmapOverview } from './heatmap-overview';
import type { HeatmapScale } from './heatmap-scale';
import { scaleLimit, scaleProperties, scaleTable } from './heatmap-scale';
import styles from './heatmap.module.css';
import { COLUMN_TICKS_HEIGHT, ColumnTicks } from './marks/column-ticks';
import { RowLabels, rowLabelsWidth } from './marks/row-labels';
import type { OrderMark } from './order-mark';
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
  /** One cell's readout in words, shown under the map and announced to screen readers. */
  readonly describe: (row: number, column: number) => string;
  /** The readout while no cell is pointed at or selected. */
  readonly idleText?: string;
  readonly selected?: HeatmapCell | null;
  /** The cell under the pointer or the keyboard cursor, null when the pointer leaves. */
  readonly onCursor?: (cell: HeatmapCell | null) => void;
  /** Click, tap or Enter. */
  readonly onSelect?: (cell: HeatmapCell) => void;
}

/** Between the row labels and the map, in CSS pixels. */
const GAP = 8;
const HINT = 'Arrow keys move over the cells, with Shift by sixteen';

/**
 * Signed differences, or orders of addition, as colour: one row per label, one column per output. The map is an image
 * of one pixel per cell, stretched by whole device pixels; the cursor is moved without a render.
 */
export const Heatmap = memo(function Heatmap(props: HeatmapProps) {
  const { rows, columns, values, scale, describe, selected, onCursor, onSelect } = props;
  const [viewport, available] = useWidth<HTMLDivElement>();
  const readout = useRef<HTMLOutputElement>(null);
  const marker = useRef<HTMLDivElement>(null);
  const cursor = useRef<HeatmapCell>(selected ?? { row: 0, column: 0 });
  const limit = scaleLimit(scale);
  const properties = scaleProperties(scale);
  const colours = useThemeColours(properties);
  // The table follows from the properties, whatever the limit.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const table = useMemo(() => colours && scaleTable(scale, (property) => colours[property]!), [colours, properties.join(' ')]);
  const geometry = heatmapGeometry(rows.length, columns, available, typeof devicePixelRatio === 'number' ? devicePixelRatio : 1);
  const { cellWidth, rowHeight, width, height } = geometry;
  const labels = rowLabelsWidth(rows, props.rowOrders);
  const canvas = useHeatmapPixels(values, columns, limit, table, props.revision);

  useEffect(() => {
    if (selected) cursor.current = selected;
  }, [selected]);
  // The map may have become smaller since the cursor was set.
  const current = (): HeatmapCell => ({ row: Math.min(cursor.current.row, rows.length - 1), column: Math.min(cursor.current.column, columns - 1) });
  const outline = (cell: HeatmapCell) => ({
    transform: `translate(${cell.column * cellWidth}px, ${cell.row * rowHeight}px)`,
    width: `${cellWidth}px`,
    height: `${rowHeight}px`,
  });
  const say = (cell: HeatmapCell | null | undefined): void => {
    const output = readout.current!;
    output.textContent = cell ? describe(cell.row, cell.column) : (props.idleText ?? '');
    output.toggleAttribute('data-idle', !cell);
  };
  const show = (cell: HeatmapCell | null): void => {
    if (marker.current === null || readout.current === null) return;
    marker.current.hidden = cell === null;
    if (cell !== null) {
      cursor.current = cell;
      Object.assign(marker.current.style, outline(cell));
    }
    say(cell ?? selected);
    onCursor?.(cell);
  };
  // What the readout says follows the values as they arrive, and the selection.
  useEffect(() => {
    if (readout.current === null || marker.current === null) return;
    say(marker.current.hidden ? selected : current());
  });

  const pointed = (event: MouseEvent<HTMLElement>): HeatmapCell => {
    const box = event.currentTarget.getBoundingClientRect();
    return cellAt(geometry, rows.length, columns, event.clientX - box.left, event.clientY - box.top);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') onSelect?.(current());
    else {
      const to = movedCell(current(), event.key, event.shiftKey, rows.length, columns);
      if (to === null) return;
      show(to);
      const scroller = viewport.current!;
      const left = to.column * cellWidth;
      if (left < scroller.scrollLeft) scroller.scrollLeft = left - available / 4;
      if (left + cellWidth > scroller.scrollLeft + available) scroller.scrollLeft = left - (3 * available) / 4;
    }
    event.preventDefault();
  };

  return (
    <div className={styles.heatmap}>
      {scale.kind === 'orders' && <HeatmapOrderLegend orders={scale.orders} caption={props.caption} />}
      {scale.kind === 'differences' && table !== null && <HeatmapLegend ramp={table} limit={scale.limit} formatValue={scale.formatValue} caption={props.caption} width={labels + GAP + width} />}
      <div className={styles.frame}>
        <svg className={styles.rowLabels} width={labels} height={height} aria-hidden="true">
          <RowLabels title={props.rowTitle} rows={rows} orders={props.rowOrders} rowHeight={rowHeight} width={labels} />
        </svg>
        <div ref={viewport} className={styles.viewport}>
          <div
            className={styles.map}
            style={{ width: `${width}px`, height: `${height}px` }}
            role="application"
            aria-roledescription="heatmap"
            aria-label={`${props.label}. ${HINT}${onSelect ? '; Enter selects' : ''}.`}
            tabIndex={0}
            onKeyDown={onKeyDown}
            onFocus={(event) => event.currentTarget.matches(':focus-visible') && show(current())}
            onBlur={() => show(null)}
            onPointerDown={(event) => show(pointed(event))}
            onPointerMove={(event) => show(pointed(event))}
            onPointerLeave={(event) => event.pointerType === 'mouse' && event.currentTarget !== document.activeElement && show(null)}
            onClick={(event) => onSelect?.(pointed(event))}
          >
            <canvas ref={canvas} width={columns} height={rows.length} className={styles.cells} />
            {rowHeight >= 14 && rows.map((_, row) => row > 0 && <i key={row} className={styles.rule} style={{ top: `${row * rowHeight}px` }} />)}
            {selected && <div className={styles.selected} style={outline(selected)} />}
            <div ref={marker} className={styles.cursor} hidden />
          </div>
          <svg className={styles.axis} width={width} height={COLUMN_TICKS_HEIGHT} aria-hidden="true">
            <ColumnTicks columns={columns} cellWidth={cellWidth} />
          </svg>
        </div>
        <div className={styles.columnTitle}>
          {table !== null && available > 0 && width > available && (
            <HeatmapOverview values={values} revision={props.revision} rows={rows.length} columns={columns} limit={limit} table={table} available={available} width={width} viewport={viewport} />
          )}
          <span aria-hidden="true">{props.columnTitle}</span>
        </div>
      </div>
      <output ref={readout} className={styles.readout} aria-live="polite" />
    </div>
  );
});
