import { prepareLayer, runPlan } from '../linear/run-plan';
import { pythonRepr } from '../lib/python-repr';
import { wholePlan } from '../linear/sum-method';
import type { Order } from '../orders/order';
import type { ThreadLine } from '../recordings/thread';
import type { OrderUse, Provenance, RecordedOrders } from './order-schedule';
import { ordersOf, planFor } from './order-schedule';
import type { Experiment } from './step';
import { partial } from './step';
import type { ThreadNumbers } from './thread-layer';
import { threadLayer } from './thread-layer';
import type { ExperimentContext } from './experiment-context';
import { newExperimentContext } from './experiment-context';

/** The thread's five lines as printed by a library, and from a seed, of the reader's choice. */
export interface ThreadSpec extends ThreadNumbers {
  readonly recording: RecordedOrders;
  /** Of the N outputs whose mean is printed. */
  readonly meanOrder: Order;
}

export interface ThreadRow {
  readonly batch: number;
  /** Row 0 of the call. */
  readonly values: Float32Array;
  readonly mean: number;
  /** `mean` as Python prints it. */
  readonly meanText: string;
  /** The first outputs, as many as the thread printed, as Python prints them. */
  readonly outputTexts: readonly string[];
  readonly printed: ThreadLine;
  readonly orders: readonly OrderUse[];
  readonly provenance: Provenance;
  readonly note: string;
}

/** The lines in the order in which the thread printed them. */
export function* thread(spec: ThreadSpec, context: ExperimentContext = newExperimentContext()): Experiment<ThreadRow> {
  const { outFeatures: N, printed } = spec.thread;
  const plans = printed.map(({ batch }) => planFor({ kind: 'recording', recording: spec.recording }, threadLayer(spec), batch));
  for (const plan of plans) if (!plan.ok) return plan.error;
  const layer = context.prepare(threadLayer(spec));
  for (const [index, line] of printed.entries()) {
    const planned = plans[index]!;
    if (!planned.ok) continue;
    const { plan, provenance, note } = planned.value;
    const values = new Float32Array(N);
    runPlan(plan, layer, 0, values);
    const mean = torchMean(values, spec.meanOrder);
    const row: ThreadRow = {
      batch: line.batch,
      values,
      mean,
      meanText: pythonRepr(mean),
      outputTexts: Array.from(values.subarray(0, line.first5?.length ?? 0), pythonRepr),
      printed: line,
      orders: ordersOf(plan),
      provenance,
      note,
    };
    yield partial(row, [values]);
  }
  return null;
}

/** `tensor.mean()` on a CPU: the float32 sum in PyTorch's order, divided in float32 by the count. */
function torchMean(values: Float32Array, order: Order): number {
  const count = values.length;
  // A sum is a dot product with ones, whose products are exact.
  const weight = new Float32Array(count).fill(1);
  const layer = prepareLayer({ inFeatures: count, outFeatures: 1, rows: 1, x: values, weight, bias: null }, 'float32');
  const sum = new Float32Array(1);
  runPlan(wholePlan({ kind: 'order', order }, 1), layer, 0, sum);
  return Math.fround(sum[0]! / count);
}
