import { createHash } from 'node:crypto';
import type { IndexRange } from '../linear/index-ranges';
import { indicesOf } from '../linear/index-ranges';
import { makeLayer } from '../linear/make-layer';
import { prepareLayer, runPlan } from '../linear/run-plan';
import { planOfOrders } from '../linear/sum-method';
import { parseOrder } from '../orders/parse-order';
import { outputBytes } from '../recordings/output-bytes';
import { parseRecording } from '../recordings/parse-recording';
import type { Recording } from '../recordings/recording';
import type { RecordingFile } from '../recordings/recording-schema';

/** A library that never was: how it sums the rows of its calls. Orders are in the notation. */
export interface SimulatedLibrary {
  readonly inFeatures: number;
  readonly outFeatures: number;
  readonly bias: boolean;
  readonly calls: readonly {
    readonly batch: number;
    readonly classes: readonly { readonly rows: readonly IndexRange[]; readonly plan: readonly { readonly columns: readonly IndexRange[]; readonly order: string }[] }[];
  }[];
}

/** All outputs of a call of a simulated library on the numbers of seed 72, batch × N. */
export function simulatedOutputs({ inFeatures, outFeatures, bias }: SimulatedLibrary, { batch, classes }: SimulatedLibrary['calls'][number]): Float32Array {
  const layer = prepareLayer(makeLayer({ kind: 'torch', seed: 72, uniform: 'fused' }, { inFeatures, outFeatures, rows: batch, bias }));
  const outputs = new Float32Array(batch * outFeatures);
  for (const { rows, plan } of classes) {
    const parts = plan.map(({ columns, order }) => {
      const parsed = parseOrder(order, { products: inFeatures, bias });
      if (!parsed.ok) throw new Error(parsed.error.message);
      return { columns, order: parsed.value };
    });
    for (const row of indicesOf(rows)) runPlan(planOfOrders(parts), layer, row, outputs, row * outFeatures);
  }
  return outputs;
}

/** A file of format 2 for a simulated library, with the bits of the first row of each class. */
export function simulatedFile(library: SimulatedLibrary): RecordingFile & { readonly format: string; readonly version: number } {
  const { inFeatures, outFeatures, bias, calls } = library;
  const pairs = (ranges: readonly IndexRange[]): [number, number][] => ranges.map(([from, to]) => [from, to]);
  const returned = calls.map((call) => ({ ...call, outputs: simulatedOutputs(library, call) }));
  return {
    format: 'summation-orders',
    version: 2,
    recordedOn: '2026-11-28',
    library: { name: 'A library', version: '1', backend: 'simulated' },
    machine: { cpu: 'none', threads: 1, os: 'none' },
    operation: { name: 'linear', dtype: 'float32', inFeatures, outFeatures, bias },
    data: { source: 'torch.manual_seed', seed: 72, batch: Math.max(...calls.map(({ batch }) => batch)), uniform: 'fused' },
    kernels: calls.flatMap(({ batch, classes }) => classes.flatMap(({ rows, plan }) => plan.map(({ columns, order }) => ({ batch, rows: pairs(rows), columns: pairs(columns), order })))),
    outputs: returned.flatMap(({ batch, classes, outputs }) =>
      classes.map(({ rows: [first] }) => ({ batch, row: first![0], bits: Buffer.from(outputBytes(outputs.subarray(first![0] * outFeatures, (first![0] + 1) * outFeatures))).toString('base64') })),
    ),
    digests: returned.map(({ batch, outputs }) => ({ batch, sha256: createHash('sha256').update(outputBytes(outputs)).digest('hex') })),
  };
}

export function simulatedRecording(library: SimulatedLibrary): Recording {
  const recording = parseRecording(JSON.stringify(simulatedFile(library)));
  if (!recording.ok) throw new Error(recording.error.message);
  return recording.value;
}

const [ONE, TWO, THREE] = ['0..11 + b', 'b + *0..11', '0..10:2 + (1..11:2) + b'] as const;

/** 12 → 20 at batches 1, 3 and 17: in the last, four classes of rows, one of which changes its order along the outputs. */
export const TILED: SimulatedLibrary = {
  inFeatures: 12,
  outFeatures: 20,
  bias: true,
  calls: [
    { batch: 1, classes: [{ rows: [[0, 0]], plan: [{ columns: [[0, 19]], order: ONE }] }] },
    { batch: 3, classes: [{ rows: [[0, 2]], plan: [{ columns: [[0, 19]], order: TWO }] }] },
    {
      batch: 17,
      classes: [
        { rows: [[0, 5], [12, 15]], plan: [{ columns: [[0, 19]], order: TWO }] },
        { rows: [[6, 9]], plan: [{ columns: [[0, 7], [16, 19]], order: TWO }, { columns: [[8, 15]], order: THREE }] },
        { rows: [[10, 11]], plan: [{ columns: [[0, 19]], order: THREE }] },
        { rows: [[16, 16]], plan: [{ columns: [[0, 19]], order: ONE }] },
      ],
    },
  ],
};
