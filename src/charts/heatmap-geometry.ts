import type { HeatmapCell } from './heatmap-cell';

/** Sizes in CSS pixels. A cell is a whole number of device pixels wide and high, to keep stripes even. */
export interface HeatmapGeometry {
  readonly cellWidth: number;
  readonly rowHeight: number;
  readonly width: number;
  readonly height: number;
}

const WIDEST_CELL = 72;
const LINE_HEIGHT = 15;

/** A few rows are tall enough for a label each; many rows are thin, but never thinner than a device pixel. */
function wantedRowHeight(rows: number): number {
  if (rows <= 12) return 28;
  if (rows <= 40) return 16;
  if (rows <= 160) return 4;
  return rows <= 256 ? 3 : 2;
}

/** As wide as fits in `available` CSS pixels; if a device pixel per column does not fit, the map is wider and scrolls. */
export function heatmapGeometry(rows: number, columns: number, available: number, pixelRatio: number): HeatmapGeometry {
  const perColumn = Math.floor((Math.min(available, columns * WIDEST_CELL) * pixelRatio) / Math.max(1, columns));
  const cellWidth = Math.max(1, perColumn) / pixelRatio;
  const rowHeight = Math.max(1, Math.round(wantedRowHeight(rows) * pixelRatio)) / pixelRatio;
  return { cellWidth, rowHeight, width: columns * cellWidth, height: rows * rowHeight };
}

/** The cell under a point inside the map or on its edge. */
export function cellAt(geometry: HeatmapGeometry, rows: number, columns: number, x: number, y: number): HeatmapCell {
  const clamp = (value: number, end: number): number => Math.max(0, Math.min(end - 1, Math.floor(value)));
  return { row: clamp(y / geometry.rowHeight, rows), column: clamp(x / geometry.cellWidth, columns) };
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
