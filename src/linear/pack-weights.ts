/** Outputs that the kernel's inner loop holds in local variables; strips are a multiple of it wide. */
export const LANES = 8;

/** Widest strip: wide enough that an instruction costs little per output, narrow enough for the cache (npm run bench). */
const WIDEST_STRIP = 64;

/**
 * Weights laid out for the kernel: strips of outputs, within a strip one group of weights per product,
 * `data[(s·K + k)·strip + lane] = W[s·strip + lane][k]`. The last strip is filled up with zeros.
 */
export interface PackedWeights {
  readonly data: Float32Array;
  /** K */
  readonly inFeatures: number;
  /** N */
  readonly outFeatures: number;
  /** Outputs per strip, a multiple of LANES. */
  readonly strip: number;
}

/** Packs a row-major N × K weight in strips as wide as N allows. Every bit of the weight is kept. */
export function packWeights(weight: Float32Array, outFeatures: number, inFeatures: number): PackedWeights {
  const strip = Math.min(WIDEST_STRIP, Math.ceil(outFeatures / LANES) * LANES);
  const strips = Math.ceil(outFeatures / strip);
  const data = new Float32Array(strips * inFeatures * strip);
  for (let output = 0; output < outFeatures; output++) {
    const lane = output % strip;
    let to = (output - lane) * inFeatures + lane;
    const end = (output + 1) * inFeatures;
    for (let from = output * inFeatures; from < end; from++, to += strip) data[to] = weight[from]!;
  }
  return { data, inFeatures, outFeatures, strip };
}
