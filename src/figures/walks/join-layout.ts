import type { Accumulators } from './accumulators-of-order';

/** One join as a bracket between two rows. */
export interface PlacedJoin {
  /** The row of the sum added to and (`right`) that of what is added to it. */
  readonly left: number;
  readonly right: number;
  /** Column, from 0; to the right of everything it joins. */
  readonly level: number;
  /** Where its two lines begin, in columns: 0 for a row not joined before, otherwise at the join that made the sum. */
  readonly from: { readonly left: number; readonly right: number };
}

/** Places the joins beside the rows. A sum stays in its row as others are added to it, so that no two lines cross. */
export function joinLayout({ accumulators, joins, rows }: Accumulators): { readonly joins: readonly PlacedJoin[]; readonly levels: number; readonly root: number } {
  const rowOfSum = accumulators.map((_, index) => rows.findIndex((row) => row.kind === 'accumulator' && row.index === index));
  const rowOfLate = new Map(rows.flatMap((row, at) => (row.kind === 'late' ? [[row.join, at] as const] : [])));
  /** For each row, how many columns its sum takes so far. */
  const reached = rows.map(() => 0);
  const begin = (row: number): number => (reached[row] === 0 ? 0 : reached[row]! - 0.5);
  const placed = joins.map((join, index): PlacedJoin => {
    const left = rowOfSum[join.into]!;
    const right = join.kind === 'merge' ? rowOfSum[join.from]! : rowOfLate.get(index)!;
    const level = Math.max(reached[left]!, reached[right]!);
    const from = { left: begin(left), right: begin(right) };
    reached[left] = level + 1;
    return { left, right, level, from };
  });
  return { joins: placed, levels: Math.max(0, ...reached), root: rowOfSum[0] ?? 0 };
}
