/** The numbers of one linear layer y = xWᵀ + b, as PyTorch lays them out. All float32 values, row-major. */
export interface LayerData {
  /** K */
  readonly inFeatures: number;
  /** N */
  readonly outFeatures: number;
  /** Rows of x. */
  readonly rows: number;
  /** rows × K */
  readonly x: Float32Array;
  /** N × K */
  readonly weight: Float32Array;
  /** N values, or null for a layer without bias. */
  readonly bias: Float32Array | null;
}

/** How `uniform_` maps a draw to [from, to): older PyTorch builds round the product, AVX2 builds of today fuse it. */
export type UniformVariant = 'fused' | 'separate';

/** Where the numbers of a layer come from; a spec and a seed give the same bits everywhere. */
export type DataSource =
  | { readonly kind: 'torch'; readonly seed: number; readonly uniform: UniformVariant }
  /** x and W uniform in [−1, 1). */
  | { readonly kind: 'uniform'; readonly seed: number }
  /** x and W standard normal (W scaled by 1/√K). */
  | { readonly kind: 'normal'; readonly seed: number }
  /** x and W uniform in [0, 1): no cancellation, condition number 1. */
  | { readonly kind: 'positive'; readonly seed: number }
  /** Row 0 of x meets every row of W (and its bias, one more term) with about this condition number Σ|x·w| / |Σx·w|. */
  | { readonly kind: 'cancelling'; readonly seed: number; readonly condition: number };

/** The format that x, W and b are rounded to before the sum, and the format of the sum itself. */
export type NumberFormat =
  /** float32 inputs, float32 sum */
  | 'float32'
  /** inputs rounded to TF32 / bfloat16 / float16, products and sums in float32 */
  | 'tf32'
  | 'bfloat16'
  | 'float16'
  /** inputs rounded to an 8-bit format, for tensor cores */
  | 'float8_e4m3'
  | 'float8_e5m2'
  /** the float32 inputs taken as float64, products and sums in float64 */
  | 'float64';

/** The format that a layer's results are rounded to at the end, once, from the float32 of the sum; null leaves them as they are. */
export type ResultFormat = 'bfloat16' | 'float16' | null;
