import { makeOutputs } from '../linear/make-outputs';
import { runRows } from '../linear/plan-pieces';
import type { Outputs } from '../linear/run-plan';
import { wholePlan } from '../linear/sum-method';
import { roundToBfloat16 } from '../numerics/formats';
import { makeFamily } from '../orders/families';
import { differing } from './differences';
import type { ExperimentContext } from './experiment-context';
import { newExperimentContext } from './experiment-context';
import type { LayerSpec } from './layer-spec';
import type { Kernel } from './split-kernels';
import type { Experiment } from './step';
import { partial, progress } from './step';

/** All rows of a layer without bias, in bfloat16, by several kernels; all are compared with the first. */
export interface SplitKSpec {
  readonly layer: LayerSpec & { readonly bias: false; readonly format: 'bfloat16' };
  readonly kernels: readonly Kernel[];
}

export interface SplitKPiece {
  /** Its id. */
  readonly kernel: string;
  /** The first output of the first row, a float32. */
  readonly first: number;
  /** rows × N */
  readonly of: number;
  /** Outputs with other bits than the first kernel's: as float32, and once both are rounded to bfloat16. */
  readonly differing: number;
  readonly roundedDiffering: number;
}

/** What each kernel makes of the layer, in the order of the list. */
export function* splitK({ layer: spec, kernels }: SplitKSpec, context: ExperimentContext = newExperimentContext()): Experiment<SplitKPiece> {
  const { inFeatures: K, outFeatures: N, rows, format } = spec;
  const total = kernels.length * rows;
  yield progress(0, total);
  const layer = context.prepare(spec);
  const short = (values: Outputs): Outputs => values.map(roundToBfloat16);
  let reference: Outputs | null = null;
  for (const [at, { id, adder, parts }] of kernels.entries()) {
    const order = makeFamily({ name: 'split', parts, adder }, K, { fused: false, bias: 'none', factors: format });
    const plan = wholePlan({ kind: 'order', order }, N);
    const values = makeOutputs(format, rows * N);
    for (const done of runRows(Array.from({ length: rows }, () => plan), layer, 0, values)) yield progress(at * rows + done, total);
    reference ??= values;
    yield partial({ kernel: id, first: values[0]!, of: values.length, differing: differing(values, reference), roundedDiffering: differing(short(values), short(reference)) }, []);
  }
  return null;
}
