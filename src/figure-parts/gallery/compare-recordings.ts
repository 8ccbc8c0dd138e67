import { layerTitle } from '../../lib/words';
import { orderKey } from '../../orders/order-key';
import { sameNumbers } from '../../recordings/gallery-entry';
import type { Recording, RowClass } from '../../recordings/recording';
import { classOf, firstRow, layerFormats } from '../../recordings/recording';

/** A row of a batch size that two recordings share. */
export interface ComparedCall {
  readonly batch: number;
  /** The first that both know. */
  readonly row: number;
  /** How many of the `of` outputs both sum in the same order. */
  readonly sameOrder: number;
  /** Outputs with equal bits; null if the two ran on different numbers, or if one does not have the row's bits. */
  readonly equalBits: number | null;
  readonly of: number;
}

export interface ComparedRecordings {
  /** Why they can't be compared; then there are no calls. */
  readonly obstacle: string | null;
  readonly calls: readonly ComparedCall[];
}

/** For each batch size recorded in both: how many outputs of one row are summed in the same order, and how many have equal bits. */
export function compareRecordings(a: Recording, b: Recording): ComparedRecordings {
  const [p, q] = [a.operation, b.operation];
  if (p.inFeatures !== q.inFeatures || p.outFeatures !== q.outFeatures) return { obstacle: `One is of a ${layerTitle(p)} layer, the other of ${layerTitle(q)}.`, calls: [] };
  if (p.bias !== q.bias) return { obstacle: 'One layer has a bias, the other has none.', calls: [] };
  const same = sameNumbers(a.data, b.data) && layerFormats(p).format === layerFormats(q).format;
  const calls = a.calls.flatMap((call) => {
    const { batch } = call;
    const other = b.calls.find((one) => one.batch === batch);
    if (other === undefined) return [];
    const row = [firstRow(call), firstRow(other)].find((one) => classOf(call, one) && classOf(other, one));
    if (row === undefined) return [];
    const [ours, others] = [classOf(call, row)!, classOf(other, row)!];
    const [mine, theirs] = [keysOf(ours, p.outFeatures), keysOf(others, p.outFeatures)];
    const [values, otherValues] = [a, b].map(({ outputs }) => outputs.find((one) => one.batch === batch && one.row === row)?.values);
    return [
      {
        batch,
        row,
        sameOrder: mine.filter((key, column) => key === theirs[column]).length,
        equalBits: same && values && otherValues ? values.filter((value, column) => Object.is(value, otherValues[column])).length : null,
        of: p.outFeatures,
      },
    ];
  });
  return { obstacle: calls.length === 0 ? 'They share no row of any batch size.' : null, calls };
}

/** The order of each output. */
function keysOf({ plan }: RowClass, outputs: number): string[] {
  const keys = new Array<string>(outputs).fill('');
  for (const { columns, order } of plan) {
    const key = orderKey(order);
    for (const [from, to] of columns) keys.fill(key, from, to + 1);
  }
  return keys;
}
