import { roundToFactor } from '../numerics/float8';
import type { LayerData, NumberFormat } from './layer';

/**
 * Rounds x, W and b to the input format of a layer, as a library does before a reduced-precision product. float32
 * and float64 change nothing: they return the same object.
 */
export function roundLayer(data: LayerData, format: NumberFormat): LayerData {
  if (format === 'float32' || format === 'float64') return data;
  const round = (values: Float32Array): Float32Array => values.map((value) => roundToFactor(format, value));
  return { ...data, x: round(data.x), weight: round(data.weight), bias: data.bias && round(data.bias) };
}
