import type { FactorFormat } from '../numerics/formats';
import { roundToBfloat16 } from '../numerics/formats';
import { roundToFactor } from '../numerics/float8';
import type { LayerData, NumberFormat } from './layer';

/**
 * Rounds a layer to its input format, as a library does before a reduced-precision product. float32 and float64 change
 * nothing: they return the same object. x and W are rounded to the format. b joins by an ordinary addition, so it follows the
 * tensor that a library takes it from: of the format itself in bfloat16 and float16; float32 with TF32, which only a tensor
 * core makes, of its factors; bfloat16 with float8, where `torch._scaled_mm` takes no 8-bit bias.
 */
export function roundLayer(data: LayerData, format: NumberFormat): LayerData {
  if (format === 'float32' || format === 'float64') return data;
  const round = (values: Float32Array): Float32Array => values.map((value) => roundToFactor(format, value));
  return { ...data, x: round(data.x), weight: round(data.weight), bias: data.bias && roundBias(data.bias, format) };
}

function roundBias(bias: Float32Array, format: FactorFormat): Float32Array {
  if (format === 'tf32') return bias;
  return bias.map((b) => (format === 'float16' ? roundToFactor(format, b) : roundToBfloat16(b)));
}
