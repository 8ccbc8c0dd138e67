import type { Engine } from '../linear/engine';
import { FROUND } from '../linear/fround-engine';
import { prepareLayer, runPlan } from '../linear/run-plan';
import type { IndexRange } from '../linear/index-ranges';
import { indexCount } from '../linear/index-ranges';
import { planOfOrders } from '../linear/sum-method';
import type { Recording } from './recording';
import { layerOf } from './recording-layer';

/** The result of running one recorded kernel again. */
export interface ReplayedKernel {
  readonly batch: number;
  readonly row: number;
  readonly columns: readonly IndexRange[];
  readonly orderText: string;
  /** Of `total` outputs, those equal to the bit. */
  readonly equal: number;
  readonly total: number;
  /** The outputs that are not, ascending. */
  readonly differing: readonly number[];
}

/**
 * Runs every kernel of a recording on its data and compares the bits with what the library returned: −0 is not +0,
 * but all NaN are equal, since IEEE 754 leaves the payload open. Yields after each kernel, so that a worker can
 * report or stop in between.
 */
export function* replay(recording: Recording, engine: Engine = FROUND): Generator<ReplayedKernel, void, undefined> {
  const layer = prepareLayer(layerOf(recording), 'float32', engine);
  const computed = new Float32Array(recording.operation.outFeatures);
  for (let i = 0; i < recording.calls.length; i++) {
    const call = recording.calls[i];
    const recorded = recording.outputs[i]?.values;
    if (!call || !recorded) return;
    for (const kernel of call.plan) {
      runPlan(planOfOrders([kernel]), layer, call.row, computed);
      const differing = differingColumns(kernel.columns, computed, recorded);
      const total = indexCount(kernel.columns);
      yield {
        batch: call.batch,
        row: call.row,
        columns: kernel.columns,
        orderText: kernel.orderText,
        equal: total - differing.length,
        total,
        differing,
      };
    }
  }
}

function differingColumns(columns: readonly IndexRange[], computed: Float32Array, recorded: Float32Array): number[] {
  const differing: number[] = [];
  for (const [from, to] of columns) {
    for (let column = from; column <= to; column++) {
      if (!Object.is(computed[column], recorded[column])) differing.push(column);
    }
  }
  return differing;
}
