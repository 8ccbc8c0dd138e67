import { indexRanges, hasIndex } from '../../src/linear/index-ranges';
import type { LayerData } from '../../src/linear/layer';
import { prepareLayer, runPlan } from '../../src/linear/run-plan';
import type { ColumnOrder } from '../../src/linear/sum-method';
import { planOfOrders } from '../../src/linear/sum-method';
import { printOrder } from '../../src/orders/print-order';
import type { OrderQuery } from '../../src/orders/order-query';
import { revealOrders } from '../../src/orders/reveal-orders';
import { MAX_ORDERS } from '../../src/recordings/parse-recording';
import type { ParseError, Result } from '../../src/lib/result';
import { fail, ok } from '../../src/lib/result';
import type { LayerCall, LayerCallShape, LibraryLayer } from './library';

/** The orders of one row of a batch, and what the library returned for it. */
export interface RecordedBatch {
  readonly kernels: readonly ColumnOrder[];
  /** N values for each layer that was run. */
  readonly outputs: readonly Float32Array[];
  /** Number of calls that it took to find the orders. */
  readonly calls: number;
}

/**
 * Finds the orders in which a library sums one row of a call with `shape.batch` rows, then runs the library on each of
 * `layers` and compares with these orders, on bits. Fails with a sentence if the sums are not trees, or if the orders found
 * don't give what the library returned: it never returns anything unverified.
 *
 * @param progress is called with the number of calls after each thousand
 */
export async function recordBatch(
  layer: LibraryLayer,
  shape: LayerCallShape,
  row: number,
  layers: readonly LayerData[],
  progress: (calls: number) => void,
): Promise<Result<RecordedBatch, ParseError>> {
  const asked = await findOrders(layer, shape, row, progress);
  if (!asked.ok) return asked;
  const { kernels, calls } = asked.value;
  const plan = planOfOrders(kernels);
  const outputs: Float32Array[] = [];
  for (const data of layers) {
    const call = await layer.withWeight(data.weight);
    const returned = await rowOf(call(data.x.slice(0, shape.batch * shape.inFeatures), data.bias), shape, row);
    const computed = new Float32Array(shape.outFeatures);
    runPlan(plan, prepareLayer(data), row, computed);
    const differing = [...computed.keys()].filter((j) => !Object.is(computed[j], returned[j]));
    if (differing.length > 0) {
      const j = differing[0]!;
      const { order } = kernels.find(({ columns }) => hasIndex(columns, j))!;
      return fail({ message: `The orders that were read off don’t give what the library returns: ${differing.length} of ${shape.outFeatures} outputs differ, first output ${j}, which is ${returned[j]} but ${computed[j]} in the order ${printOrder(order)}.` });
    }
    outputs.push(returned);
  }
  return ok({ kernels, outputs, calls });
}

async function findOrders(layer: LibraryLayer, shape: LayerCallShape, row: number, progress: (calls: number) => void): Promise<Result<Pick<RecordedBatch, 'kernels' | 'calls'>, ParseError>> {
  const { batch, inFeatures, outFeatures, bias } = shape;
  /** Keyed by the value of all weights. There are two values, so a library that packs its weights does so twice. */
  const callsByWeight = new Map<number, LayerCall>();
  const x = new Float32Array(batch * inFeatures);
  const biases = new Float32Array(outFeatures);
  const ask = async (query: OrderQuery): Promise<Float32Array> => {
    let call = callsByWeight.get(query.weight);
    if (call === undefined) {
      call = await layer.withWeight(new Float32Array(outFeatures * inFeatures).fill(query.weight));
      callsByWeight.set(query.weight, call);
    }
    for (let r = 0; r < batch; r++) x.set(query.x, r * inFeatures);
    return rowOf(call(x, bias ? biases.fill(query.bias) : null), shape, row);
  };
  const finding = revealOrders({ products: inFeatures, outputs: outFeatures, bias }, MAX_ORDERS);
  let calls = 0;
  let step = finding.next();
  while (!step.done) {
    if (++calls % 1000 === 0) progress(calls);
    step = finding.next(await ask(step.value));
  }
  if (!step.value.ok) return step.value;
  return ok({ kernels: step.value.value.map(({ outputs, order }) => ({ columns: indexRanges(outputs), order })), calls });
}

/** A copy of one row of a call's outputs: the library may reuse its array. */
async function rowOf(outputs: Promise<Float32Array>, { outFeatures }: LayerCallShape, row: number): Promise<Float32Array> {
  return (await outputs).slice(row * outFeatures, (row + 1) * outFeatures);
}
