import type { FactorFormat } from '../numerics/formats';
import type { NumberFormat } from './layer';

/** The format in which a tensor core takes a layer's factors: of float32, it takes TF32. */
export function factorsOf(format: NumberFormat): FactorFormat {
  return format === 'float32' || format === 'float64' ? 'tf32' : format;
}

/**
 * The format of a layer's bias. It joins by an ordinary addition, so it follows the tensor that a library takes it from: of
 * the factors' format in bfloat16 and float16; float32 with TF32, which only a tensor core makes, of its factors; bfloat16
 * with float8, where `torch._scaled_mm` takes no 8-bit bias.
 */
export function biasFormat(format: NumberFormat): 'float32' | 'bfloat16' | 'float16' {
  if (format === 'bfloat16' || format === 'float16') return format;
  return format === 'float8_e4m3' || format === 'float8_e5m2' ? 'bfloat16' : 'float32';
}
