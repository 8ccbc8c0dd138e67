import type { IndexRange } from '../linear/index-ranges';
import { indexRanges } from '../linear/index-ranges';
import type { Outputs } from '../linear/run-plan';
import { differing } from './differences';

/** Rows of outputs with the same bits. */
export interface DistinctRow {
  /** Ascending. */
  readonly rows: readonly IndexRange[];
  /** Outputs with other bits than in row 0. */
  readonly differing: number;
}

/** The distinct rows of a matrix of N columns, on bits but with all NaN equal, by their first row. */
export function distinctRows(outputs: Outputs, N: number): DistinctRow[] {
  const found: { readonly first: Outputs; readonly rows: number[] }[] = [];
  for (let row = 0; row * N < outputs.length; row++) {
    const values = outputs.subarray(row * N, (row + 1) * N);
    const known = found.find(({ first }) => first.every((value, j) => Object.is(value, values[j])));
    if (known !== undefined) known.rows.push(row);
    else found.push({ first: values, rows: [row] });
  }
  return found.map(({ first, rows }) => ({ rows: indexRanges(rows), differing: differing(found[0]!.first, first) }));
}
