import type { NumberFormat } from './layer';
import type { Outputs } from './run-plan';

/** An array for `length` outputs of a layer in this format. */
export function makeOutputs(format: NumberFormat, length: number): Outputs {
  return format === 'float64' ? new Float64Array(length) : new Float32Array(length);
}
