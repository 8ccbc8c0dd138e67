import type { Dtype } from '../numerics/dtypes';
import type { NumberFormat, ResultFormat } from './layer';

/** The type of a layer's outputs: that of their sum, unless they are rounded to another at the end. */
export function outputDtype({ format, output }: { readonly format: NumberFormat; readonly output?: ResultFormat }): Dtype {
  return output ?? (format === 'float64' ? 'float64' : 'float32');
}
