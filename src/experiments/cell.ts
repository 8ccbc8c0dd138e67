import type { LayerSpec } from './layer-spec';
import type { Experiment } from './step';
import { partial } from './step';
import type { ExperimentContext } from './experiment-context';
import { newExperimentContext } from './experiment-context';

/** Asks for the numbers behind one output, for its trees and running sums. */
export interface CellSpec {
  readonly layer: LayerSpec;
  readonly row: number;
  readonly column: number;
}

/** K inputs and K weights, in the layer's number format. */
export interface CellNumbers {
  readonly row: number;
  readonly column: number;
  readonly x: Float32Array;
  readonly weight: Float32Array;
  readonly bias: number | null;
}

export function* cell({ layer, row, column }: CellSpec, context: ExperimentContext = newExperimentContext()): Experiment<CellNumbers> {
  const { data } = context.prepare(layer);
  const K = data.inFeatures;
  const x = data.x.slice(row * K, (row + 1) * K);
  const weight = data.weight.slice(column * K, (column + 1) * K);
  yield partial({ row, column, x, weight, bias: data.bias?.[column] ?? null }, [x, weight]);
  return null;
}
