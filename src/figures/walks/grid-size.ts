/** Cells per row: multiples of 16, so that lanes show as columns and blocks as bands. */
const COLUMNS = [16, 32, 48, 64, 96, 128, 192, 256] as const;
const LARGEST_CELL = 32;
const LARGEST_ON_STAGE = 44;
/** Cells at least this large, in pixels, have room for a number of three digits. */
const NUMBERED = 28;
const NUMBERED_ON_STAGE = 36;

export interface GridSize {
  readonly columns: number;
  readonly rows: number;
  /** Of a cell and the gap after it, in pixels. */
  readonly size: number;
  readonly numbered: boolean;
}

/** The largest cells with which K of them fit into so many pixels. */
export function gridSize(K: number, width: number, height: number, stage: boolean): GridSize {
  const largest = stage ? LARGEST_ON_STAGE : LARGEST_CELL;
  const sizes = COLUMNS.map((most) => {
    const columns = Math.min(K, most);
    const rows = Math.ceil(K / columns);
    return { columns, rows, size: Math.max(1, Math.floor(Math.min(largest, width / columns, height / rows))) };
  });
  const found = sizes.reduce((best, one) => (one.size > best.size ? one : best));
  return { ...found, numbered: K < 1000 && found.size >= (stage ? NUMBERED_ON_STAGE : NUMBERED) };
}
