import type { HeatmapCell } from './heatmap-cell';

/** Sizes in CSS pixels. Where there is room, a cell is a whole number of device pixels wide and high, to keep stripes even. */
export interface HeatmapGeometry {
  readonly cellWidth: number;
  /** Stretches of columns that the map can show: fewer than columns where a device pixel for each does not fit. */
  readonly buckets: number;
  readonly rowHeight: number;
  readonly width: number;
  readonly height: number;
}

const WIDEST_CELL = 72;
const LINE_HEIGHT = 15;

/** A few rows are as high as a finger is wide; many share what a screen leaves them, but are never thinner than this. */
const TALLEST_ROW = 48;
const THINNEST_ROW = 2;

/** A map in a narrower place is lower: on a phone, and in a column beside the text. */
function mostHeight(available: number): number {
  if (available < 480) return 180;
  return available < 720 ? 192 : 300;
}

function wantedRowHeight(rows: number, available: number): number {
  return Math.max(THINNEST_ROW, Math.min(TALLEST_ROW, mostHeight(available) / rows));
}

/**
 * The sizes of a map in a place `available` CSS pixels wide.
 *
 * @param room height for the rows where that is given, in CSS pixels: the map then fills its place, even if that makes cells uneven
 */
export function heatmapGeometry(rows: number, columns: number, available: number, pixelRatio: number, room: number | null = null): HeatmapGeometry {
  const widest = Math.min(available, columns * WIDEST_CELL);
  const perColumn = Math.floor((widest * pixelRatio) / columns);
  const rowHeight = Math.max(1, Math.floor((room === null ? wantedRowHeight(rows, available) : room / rows) * pixelRatio)) / pixelRatio;
  const cellWidth = perColumn >= 1 && room === null ? perColumn / pixelRatio : widest / columns;
  const buckets = perColumn >= 1 ? columns : Math.max(1, Math.floor(widest * pixelRatio));
  return { cellWidth, buckets, rowHeight, width: columns * cellWidth, height: rows * rowHeight };
}

/** The cell under a point inside the map or on its edge. Of columns that share a pixel, it is the one whose value has the largest magnitude. */
export function cellAt({ cellWidth, buckets, rowHeight, width }: HeatmapGeometry, rows: number, columns: number, x: number, y: number, values: ArrayLike<number>): HeatmapCell {
  const clamp = (value: number, end: number): number => Math.max(0, Math.min(end - 1, Math.floor(value)));
  const row = clamp(y / rowHeight, rows);
  if (buckets === columns) return { row, column: clamp(x / cellWidth, columns) };
  const bucket = clamp((x * buckets) / width, buckets);
  let column = Math.ceil((bucket * columns) / buckets);
  const end = Math.ceil(((bucket + 1) * columns) / buckets);
  const size = (at: number): number => Math.abs(values[row * columns + at]!);
  for (let at = column + 1; at < end; at++) if (size(at) > size(column)) column = at;
  return { row, column };
}

/** Where a key moves the cursor: arrows by one, with Shift by sixteen; Home and End to the ends of the row, Page keys by eight rows. Null for any other key. */
export function movedCell(cell: HeatmapCell, key: string, shift: boolean, rows: number, columns: number): HeatmapCell | null {
  const step = shift ? 16 : 1;
  const to = (row: number, column: number): HeatmapCell => ({
    row: Math.max(0, Math.min(rows - 1, row)),
    column: Math.max(0, Math.min(columns - 1, column)),
  });
  switch (key) {
    case 'ArrowLeft':
      return to(cell.row, cell.column - step);
    case 'ArrowRight':
      return to(cell.row, cell.column + step);
    case 'ArrowUp':
      return to(cell.row - step, cell.column);
    case 'ArrowDown':
      return to(cell.row + step, cell.column);
    case 'Home':
      return to(cell.row, 0);
    case 'End':
      return to(cell.row, columns - 1);
    case 'PageUp':
      return to(cell.row - 8, cell.column);
    case 'PageDown':
      return to(cell.row + 8, cell.column);
    default:
      return null;
  }
}

/** Columns with a tick: the first, the last, and multiples of a power of two (where tiles end) at least `spacing` apart. */
export function columnTicks(columns: number, cellWidth: number, spacing = 40): number[] {
  let step = 1;
  while (step * cellWidth < spacing && step < columns) step *= 2;
  const ticks: number[] = [];
  for (let column = 0; column < columns - 1 && (columns - 1 - column) * cellWidth >= spacing * 0.75; column += step) ticks.push(column);
  return [...ticks, columns - 1];
}

/** Rows with a label: all of them, or every second, fourth … if rows are thinner than a line of text. */
export function labelledRows(rows: number, rowHeight: number): number[] {
  const spacing = rowHeight < LINE_HEIGHT ? 2 * LINE_HEIGHT : LINE_HEIGHT;
  let step = 1;
  while (step * rowHeight < spacing) step *= 2;
  return Array.from({ length: Math.ceil(rows / step) }, (_, i) => i * step);
}
