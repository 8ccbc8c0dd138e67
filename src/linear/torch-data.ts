import type { LayerData, UniformVariant } from './layer';
import { Mt19937 } from './mt19937';

export interface TorchLayerSpec {
  /** K */
  readonly inFeatures: number;
  /** N */
  readonly outFeatures: number;
  /** Rows of x. */
  readonly rows: number;
  /** 0 … 2³²−1 */
  readonly seed: number;
  readonly uniform: UniformVariant;
  /** Whether the layer keeps its bias. It is drawn either way, so that x does not depend on this. */
  readonly bias: boolean;
}

/**
 * The bits that PyTorch makes on the CPU from
 *
 *     torch.manual_seed(seed); layer = nn.Linear(K, N); x = torch.rand(rows, K)
 *
 * Weight, bias and x are drawn in that order from one MT19937, row-major, one 32-bit output per value. `nn.Linear`
 * draws the weight by `kaiming_uniform_(a=√5)` and the bias uniformly in ±1/√K.
 */
export function torchLayer(spec: TorchLayerSpec): LayerData {
  const { inFeatures, outFeatures, rows } = spec;
  const generator = new Mt19937(spec.seed);
  const weight = drawUniform(generator, outFeatures * inFeatures, weightBound(inFeatures), spec.uniform);
  const bias = drawUniform(generator, outFeatures, biasBound(inFeatures), spec.uniform);
  const x = new Float32Array(rows * inFeatures);
  for (let i = 0; i < x.length; i++) x[i] = generator.nextFloat24();
  return { inFeatures, outFeatures, rows, x, weight, bias: spec.bias ? bias : null };
}

/**
 * The float32 bound of the weight for K inputs: √3·gain/√K, by the same operations in the same order as `torch.nn.init`
 * (`calculate_gain('leaky_relu', √5)`, where √5·√5 is not quite 5).
 */
export function weightBound(inFeatures: number): number {
  const slope = Math.sqrt(5);
  const gain = Math.sqrt(2 / (1 + slope * slope));
  return Math.fround(Math.sqrt(3) * (gain / Math.sqrt(inFeatures)));
}

/** The float32 bound of the bias for K inputs: 1/√K. */
export function biasBound(inFeatures: number): number {
  return Math.fround(1 / Math.sqrt(inFeatures));
}

/**
 * `tensor.uniform_(−bound, bound)`: u·(to − from) + from in float32. Older builds round the product on its own,
 * today's AVX2 builds contract it to one fused multiply-add; the results differ in the last bit about half the time.
 *
 * The fused one needs no `fmaf` here: to − from is exactly 2·bound, so the unrounded value is (2u − 1)·bound, a product
 * of two 24-bit numbers, which a double holds exactly; storing it rounds once.
 */
export function drawUniform(generator: Mt19937, count: number, bound: number, variant: UniformVariant): Float32Array {
  const values = new Float32Array(count);
  if (variant === 'fused') {
    for (let i = 0; i < count; i++) values[i] = (2 * generator.nextFloat24() - 1) * bound;
  } else {
    for (let i = 0; i < count; i++) values[i] = Math.fround(generator.nextFloat24() * 2 * bound) - bound;
  }
  return values;
}
