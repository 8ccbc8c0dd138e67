import type { IndexRange } from '../linear/index-ranges';
import { indexRanges, indicesOf } from '../linear/index-ranges';

/** The rows and outputs of a call that one entry of a file's `kernels` sums, as valid ranges. */
export interface KernelTile {
  readonly rows: readonly IndexRange[];
  readonly columns: readonly IndexRange[];
}

/** Rows that the same tiles name. */
export interface TiledRows {
  readonly rows: readonly IndexRange[];
  /** Indices of the tiles, ascending. */
  readonly tiles: readonly number[];
}

/**
 * The rows of a call in classes, each of rows that the same tiles name, by ascending first row. Rows that no tile names are
 * in no class. Work is bounded by the rows that the tiles name, each counted once for every tile.
 */
export function rowClasses(batch: number, tiles: readonly KernelTile[]): TiledRows[] {
  // Refines the partition tile by tile: the rows of a class that a tile names move to a new class together.
  const classOfRow = new Int32Array(batch);
  let classes = 1;
  for (const { rows } of tiles) {
    const moved = new Map<number, number>();
    for (const row of indicesOf(rows)) {
      const old = classOfRow[row]!;
      let next = moved.get(old);
      if (next === undefined) moved.set(old, (next = classes++));
      classOfRow[row] = next;
    }
  }
  const rowsOf = new Map<number, number[]>();
  for (const [row, id] of classOfRow.entries()) {
    if (id === 0) continue;
    const rows = rowsOf.get(id);
    if (rows === undefined) rowsOf.set(id, [row]);
    else rows.push(row);
  }
  const tilesOf = new Map([...rowsOf].map(([, rows]) => [rows[0]!, [] as number[]]));
  for (const [tile, { rows }] of tiles.entries()) for (const row of indicesOf(rows)) tilesOf.get(row)?.push(tile);
  return [...rowsOf.values()].map((rows) => ({ rows: indexRanges(rows), tiles: tilesOf.get(rows[0]!)! }));
}

/** An output that two tiles name, or none does. */
export type TilingProblem =
  | { readonly kind: 'twice'; readonly row: number; readonly column: number; readonly tiles: readonly [first: number, second: number] }
  /** `more` further outputs of the row are named by no tile. */
  | { readonly kind: 'missing'; readonly row: number; readonly column: number; readonly more: number };

/** Why the tiles of a class don't cover 0 … N−1 exactly once; null if they do. Work is bounded by N and the number of ranges. */
export function tilingProblem({ rows, tiles }: TiledRows, all: readonly KernelTile[], outFeatures: number): TilingProblem | null {
  const row = rows[0]![0];
  const tileOf = new Int32Array(outFeatures).fill(-1);
  let covered = 0;
  for (const tile of tiles) {
    for (const column of indicesOf(all[tile]!.columns)) {
      const first = tileOf[column]!;
      if (first >= 0) return { kind: 'twice', row, column, tiles: [first, tile] };
      tileOf[column] = tile;
      covered++;
    }
  }
  return covered === outFeatures ? null : { kind: 'missing', row, column: tileOf.indexOf(-1), more: outFeatures - covered - 1 };
}
