import { rampIndex } from './heatmap-colours';

/** Rows `from` to `to` (exclusive) of a matrix. */
export interface RowSpan {
  readonly from: number;
  readonly to: number;
}

/**
 * Writes rows of values as RGBA pixels, one pixel per value, at the same place in `pixels`.
 *
 * @param limit of the differences; null if each value is a place in the table
 * @param table RGBA bytes: the ramp, or a colour for each place
 */
export function paintHeatmap(
  values: Float32Array | Float64Array,
  columns: number,
  rows: RowSpan,
  limit: number | null,
  table: Uint8ClampedArray,
  pixels: Uint8ClampedArray,
): void {
  const colours = new Uint32Array(table.buffer, table.byteOffset, table.length / 4);
  const out = new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.length / 4);
  const end = rows.to * columns;
  for (let at = rows.from * columns; at < end; at++) out[at] = colours[limit === null ? values[at]! : rampIndex(values[at]!, limit)]!;
}

/** The span of rows in which `values` differs from `painted`; null if none does. */
export function changedRows(values: Float32Array | Float64Array, painted: Float64Array, columns: number): RowSpan | null {
  let first = 0;
  while (first < values.length && Object.is(values[first], painted[first])) first++;
  if (first === values.length) return null;
  let last = values.length - 1;
  while (Object.is(values[last], painted[last])) last--;
  return { from: Math.floor(first / columns), to: Math.floor(last / columns) + 1 };
}

/** Cuts each row into `buckets` stretches of columns and keeps the value of each one's first column. */
export function firstPerBucket(values: Float32Array | Float64Array, rows: number, columns: number, buckets: number): Float64Array {
  return Float64Array.from({ length: rows * buckets }, (_, at) => values[Math.floor(at / buckets) * columns + Math.floor(((at % buckets) * columns) / buckets)]!);
}

/** Cuts each row into `buckets` stretches of columns and keeps each one's difference of largest magnitude (NaN only if all are). */
export function largestPerBucket(values: Float32Array | Float64Array, rows: number, columns: number, buckets: number): Float64Array {
  const largest = new Float64Array(rows * buckets).fill(NaN);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at = row * buckets + Math.floor((column * buckets) / columns);
      const value = values[row * columns + column]!;
      if (!(Math.abs(value) <= Math.abs(largest[at]!)) && !Number.isNaN(value)) largest[at] = value;
    }
  }
  return largest;
}
