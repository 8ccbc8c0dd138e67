import type { ParseError, Result } from '../../lib/result';
import type { RowOrders, WholeBatchPlans } from '../../experiments/whole-batch';
import { planKey } from '../../experiments/order-schedule';
import type { IndexRange } from '../../linear/index-ranges';
import type { WholeResult } from '../../store/results';
import { originOf } from './layer-calls';
import { numpyLayer } from './numpy-layer';

/** Compares all rows of one call with the same rows one at a time, to the bit. */
export function numpyWhole(head: readonly string[], { spec, plans }: WholeResult, column: number | null): Result<string, ParseError> {
  const { layer, schedule, batch } = spec;
  const classes = classesOf(plans);
  const calls = [...classes.map(({ orders }) => ({ batches: [batch], orders })), { batches: [1], orders: plans.baseline }];
  const word = layer.format === 'float64' ? 'uint64' : 'uint32';
  const tail = (only: number | null): string => `
${classes.length === 1 ? 'together, alone = (linear(x, orders) for batches, orders in calls)' : togetherText(classes)}
differ = together.view(np.${word}) != alone.view(np.${word})
print(f"{differ.sum()} of {differ.size} ${only === null ? 'outputs' : `values of output ${only}`} differ between one call of ${batch} rows and the same rows one at a time;")
print(f"{(~differ.any(axis=1)).sum()} rows have no difference at all.")
`;
  return numpyLayer(head, { layer, rows: [0, batch - 1], calls, origin: originOf(schedule), column }, tail);
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

/** Sums each row in its own orders, which the call's entries of `calls` have one after the other. */
function togetherText(classes: readonly Pick<RowOrders, 'rows'>[]): string {
  return `# Which rows of the call each of its orders adds up: (0, 5) are the rows 0 to 5.
rows = [${classes.map(({ rows }) => `[${rows.map(([first, last]) => `(${first}, ${last})`).join(', ')}]`).join(', ')}]
alone = linear(x, calls[-1][1])
together = np.empty_like(alone)
for (batches, orders), ranges in zip(calls, rows):
    for first, last in ranges:
        together[first:last + 1] = linear(x[first:last + 1], orders)`;
}
