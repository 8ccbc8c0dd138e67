import type { IndexRange } from '../../src/linear/index-ranges';
import { hasIndex, indexRanges, indicesOf } from '../../src/linear/index-ranges';
import type { LayerData } from '../../src/linear/layer';
import type { PreparedLayer } from '../../src/linear/run-plan';
import { prepareLayer, runPlan } from '../../src/linear/run-plan';
import type { ColumnOrder } from '../../src/linear/sum-method';
import { planOfOrders } from '../../src/linear/sum-method';
import { plural } from '../../src/lib/words';
import { printOrder } from '../../src/orders/print-order';
import type { OrderQuery } from '../../src/orders/order-query';
import { revealOrders } from '../../src/orders/reveal-orders';
import { MAX_ORDERS } from '../../src/recordings/parse-recording';
import type { ParseError, Result } from '../../src/lib/result';
import { fail, ok } from '../../src/lib/result';
import { findRowClasses } from './find-row-classes';
import type { LayerCall, LayerCallShape, LibraryLayer } from './library';

/** Rows of a call that a library sums alike. */
export interface RecordedRows {
  /** Ascending. */
  readonly rows: readonly IndexRange[];
  readonly kernels: readonly ColumnOrder[];
}

/** How a call is summed, and what the library returned. */
export interface RecordedBatch {
  /** By their first row; together they hold each row once. */
  readonly classes: readonly RecordedRows[];
  /** batch × N values for each layer that was run. */
  readonly outputs: readonly Float32Array[];
  /** Number of calls that it took to find the classes and the orders. */
  readonly calls: number;
}

/**
 * Finds the orders in which a library sums the rows of a call with `shape.batch` rows, then runs the library on each of
 * `layers` and compares all rows with these orders, on bits. Rows that disagree with the others of their class are read on
 * their own, until all agree. Fails with a sentence if the sums are not trees, or if the orders found at a row don't give
 * what the library returns there: it never returns anything unverified.
 *
 * @param progress is called with the number of calls after each thousand
 */
export async function recordBatch(
  layer: LibraryLayer,
  shape: LayerCallShape,
  layers: readonly LayerData[],
  progress: (calls: number) => void,
): Promise<Result<RecordedBatch, ParseError>> {
  const { batch, inFeatures } = shape;
  const found = await findRowClasses(layer, shape);
  const returned: Float32Array[] = [];
  for (const data of layers) {
    const call = await layer.withWeight(data.weight);
    // A copy: the library may reuse its array.
    returned.push((await call(data.x.slice(0, batch * inFeatures), data.bias)).slice());
  }
  const prepared = layers.map((data) => prepareLayer(data));
  const reader = orderReader(layer, shape, found.calls, progress);
  const classes: RecordedRows[] = [];
  let unread = found.classes;
  while (unread.length > 0) {
    const read = await reader.read(unread.map((rows) => rows[0]![0]));
    if (!read.ok) return read;
    const apart: (readonly IndexRange[])[] = [];
    for (const [at, rows] of unread.entries()) {
      const kernels = read.value[at]!;
      const differing = prepared.flatMap((one, i) => differences(kernels, one, rows, returned[i]!));
      const [first] = rows[0]!;
      const here = differing.find(({ row }) => row === first);
      if (here !== undefined) return fail({ message: problemText(here, kernels, shape) });
      const others = new Set(differing.map(({ row }) => row));
      classes.push({ rows: indexRanges([...indicesOf(rows)].filter((row) => !others.has(row))), kernels });
      if (others.size > 0) apart.push(indexRanges([...others].sort((a, b) => a - b)));
    }
    unread = apart;
  }
  return ok({ classes: classes.sort((a, b) => a.rows[0]![0] - b.rows[0]![0]), outputs: returned, calls: reader.calls() });
}

interface OrderReader {
  /** The orders of some rows, all read in the same calls. */
  readonly read: (rows: readonly number[]) => Promise<Result<(readonly ColumnOrder[])[], ParseError>>;
  /** All calls so far. */
  readonly calls: () => number;
}

function orderReader(layer: LibraryLayer, { batch, inFeatures: K, outFeatures: N, bias }: LayerCallShape, before: number, progress: (calls: number) => void): OrderReader {
  /** Keyed by the value of all weights. There are two values, so a library that packs its weights does so twice. */
  const callsByWeight = new Map<number, LayerCall>();
  const x = new Float32Array(batch * K);
  const biases = new Float32Array(N);
  let calls = before;
  const ask = async (query: OrderQuery, rows: readonly number[]): Promise<Float32Array> => {
    let call = callsByWeight.get(query.weight);
    if (call === undefined) {
      call = await layer.withWeight(new Float32Array(N * K).fill(query.weight));
      callsByWeight.set(query.weight, call);
    }
    for (let r = 0; r < batch; r++) x.set(query.x, r * K);
    const all = await call(x, bias ? biases.fill(query.bias) : null);
    const answer = new Float32Array(rows.length * N);
    for (const [i, row] of rows.entries()) answer.set(all.subarray(row * N, (row + 1) * N), i * N);
    return answer;
  };
  const read: OrderReader['read'] = async (rows) => {
    // The outputs of the rows, one row after the other, are outputs of one layer.
    const titleOf = (output: number): string => (rows.length === 1 ? `Output ${output}` : `Row ${rows[Math.floor(output / N)]}, output ${output % N}`);
    const finding = revealOrders({ products: K, outputs: rows.length * N, bias }, MAX_ORDERS, titleOf);
    let step = finding.next();
    while (!step.done) {
      if (++calls % 1000 === 0) progress(calls);
      step = finding.next(await ask(step.value, rows));
    }
    if (!step.value.ok) return step.value;
    const found = rows.map((): ColumnOrder[] => []);
    for (const { outputs, order } of step.value.value) {
      const columnsOf = new Map<number, number[]>();
      for (const output of outputs) {
        const at = Math.floor(output / N);
        const columns = columnsOf.get(at) ?? [];
        columnsOf.set(at, columns);
        columns.push(output % N);
      }
      for (const [at, columns] of columnsOf) found[at]!.push({ columns: indexRanges(columns), order });
    }
    return ok(found);
  };
  return { read, calls: () => calls };
}

/** A row where the kernels don't give what was returned. */
interface DifferingRow {
  readonly row: number;
  readonly columns: readonly number[];
  /** At the first of the columns. */
  readonly returned: number;
  readonly computed: number;
}

function differences(kernels: readonly ColumnOrder[], layer: PreparedLayer, rows: readonly IndexRange[], returned: Float32Array): DifferingRow[] {
  const N = layer.data.outFeatures;
  const plan = planOfOrders(kernels);
  return rows.flatMap(([from, to]) => {
    const computed = new Float32Array((to - from + 1) * N);
    runPlan(plan, layer, from, computed, 0, to - from + 1);
    const found: DifferingRow[] = [];
    for (let row = from; row <= to; row++) {
      const [ours, theirs] = [computed.subarray((row - from) * N, (row - from + 1) * N), returned.subarray(row * N, (row + 1) * N)];
      const columns = [...ours.keys()].filter((j) => !Object.is(ours[j], theirs[j]));
      if (columns.length > 0) found.push({ row, columns, returned: theirs[columns[0]!]!, computed: ours[columns[0]!]! });
    }
    return found;
  });
}

function problemText({ row, columns, returned, computed }: DifferingRow, kernels: readonly ColumnOrder[], { batch, outFeatures }: LayerCallShape): string {
  const j = columns[0]!;
  const { order } = kernels.find((kernel) => hasIndex(kernel.columns, j))!;
  const where = batch === 1 ? '' : ` of row ${row}`;
  return `The orders that were read off don’t give what the library returns: ${columns.length} of ${plural(outFeatures, 'output')}${where} differ, first output ${j}, which is ${returned} but ${computed} in the order ${printOrder(order)}.`;
}
