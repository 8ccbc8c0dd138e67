import type { Outputs } from '../../linear/run-plan';
import type { SweepRow } from '../../experiments/batch-sweep';

/** Whether all outputs agree as `differing` counts them: bit by bit, two NaN alike. */
export function sameBits(a: Outputs, b: Outputs): boolean {
  for (let i = 0; i < a.length; i++) if (!Object.is(a[i], b[i])) return false;
  return true;
}

/** Rows with equal outputs together, in the order in which the first of each came. */
export function equalRows(rows: readonly SweepRow[]): SweepRow[][] {
  const groups: SweepRow[][] = [];
  for (const row of rows) {
    const group = groups.find(([first]) => sameBits(first!.values, row.values));
    if (group === undefined) groups.push([row]);
    else group.push(row);
  }
  return groups;
}
