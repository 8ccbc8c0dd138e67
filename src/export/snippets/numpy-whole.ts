import type { ParseError, Result } from '../../lib/result';
import { fail } from '../../lib/result';
import type { RowOrders, WholeBatchPlans } from '../../experiments/whole-batch';
import { planKey } from '../../experiments/plan-key';
import type { IndexRange } from '../../linear/index-ranges';
import type { WholeResult } from '../../store/results';
import { originOf } from './layer-calls';
import { numpyLayer } from './numpy-layer';

/** Compares all rows of one call with the same rows one at a time, or with row 0 of the call where one row is repeated in it; to the bit. */
export function numpyWhole(head: readonly string[], { spec, plans }: WholeResult, column: number | null): Result<string, ParseError> {
  const { layer, schedule, batch, repeatedRow } = spec;
  if (spec.otherAdder !== undefined) return fail({ message: 'The NumPy code compares rows of one call, not two GPUs: choose another comparison for it.' });
  const classes = classesOf(plans);
  const call = classes.map(({ orders }) => ({ batches: [batch], orders }));
  const origin = originOf(schedule, [plans]);
  if (repeatedRow !== null) return numpyLayer(head, { layer, rows: [repeatedRow, repeatedRow], calls: call, ...origin, column }, (only) => repeatedText(classes, batch, only));
  const calls = [...call, { batches: [1], orders: plans.baseline[0]!.orders }];
  const word = layer.format === 'float64' ? 'uint64' : 'uint32';
  const tail = (only: number | null): string => `
alone = linear(x, calls[-1][1])
${togetherText(classes)}
differ = together.view(np.${word}) != alone.view(np.${word})
print(f"{differ.sum()} of {differ.size} ${only === null ? 'outputs' : `values of output ${only}`} differ between one call of ${batch} rows and the same rows one at a time;")
print(f"{(~differ.any(axis=1)).sum()} rows have no difference at all.")
`;
  return numpyLayer(head, { layer, rows: [0, batch - 1], calls, ...origin, column }, tail);
}

/** The call's rows by how they are summed, recorded or modelled. */
function classesOf({ together }: WholeBatchPlans): Pick<RowOrders, 'rows' | 'orders'>[] {
  const classes = new Map<string, { rows: IndexRange[]; orders: RowOrders['orders'] }>();
  for (const { rows, orders } of together) {
    const key = planKey(orders);
    const known = classes.get(key) ?? { rows: [], orders };
    known.rows.push(...rows);
    classes.set(key, known);
  }
  return [...classes.values()];
}

/** One row in all rows of the call, and its distinct results there. */
function repeatedText(classes: readonly Pick<RowOrders, 'rows'>[], batch: number, only: number | null): string {
  return `
x = np.repeat(x, ${batch}, axis=0)  # one row, ${batch} times
${togetherText(classes)}
begins = {}
for row, y in enumerate(together):
    begins.setdefault(y.tobytes(), row)
print(f"One row, ${batch} times in one call: {len(begins)} different results${only === null ? '' : ` of output ${only}`}.")
for row in begins.values():
    print(f"from row {row}: {(together[row] != together[0]).sum()} of {together.shape[1]} outputs differ from row 0")
`;
}

/** Sums each row in its own orders, which the call's entries of `calls` have one after the other. */
function togetherText(classes: readonly Pick<RowOrders, 'rows'>[]): string {
  if (classes.length === 1) return 'together = linear(x, calls[0][1])';
  return `# Which rows of the call each of its orders adds up: (0, 5) are the rows 0 to 5.
rows = [${classes.map(({ rows }) => `[${rows.map(([first, last]) => `(${first}, ${last})`).join(', ')}]`).join(', ')}]
together = np.empty((len(x), N), x.dtype)
for (batches, orders), ranges in zip(calls, rows):
    for first, last in ranges:
        together[first:last + 1] = linear(x[first:last + 1], orders)`;
}
