import type { FactorFormat } from '../numerics/formats';
import { roundToFactor } from '../numerics/float8';
import type { LayerData, NumberFormat } from './layer';
import { biasFormat } from './number-formats';

/**
 * Rounds a layer to its input format, as a library does before a reduced-precision product: x and W to the format, b to its
 * own (`biasFormat`). float32 and float64 change nothing: they return the same object.
 */
export function roundLayer(data: LayerData, format: NumberFormat): LayerData {
  if (format === 'float32' || format === 'float64') return data;
  const round = (values: Float32Array, to: FactorFormat): Float32Array => values.map((value) => roundToFactor(to, value));
  const bias = biasFormat(format);
  return { ...data, x: round(data.x, format), weight: round(data.weight, format), bias: data.bias && (bias === 'float32' ? data.bias : round(data.bias, bias)) };
}
