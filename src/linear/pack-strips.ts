/** Products packed at a time for all outputs of a strip, so that what is read stays in the cache until it is written. */
const TILE = 64;

/**
 * Weights in strips of outputs, within a strip one group of weights per product:
 * `data[(s·K + k)·strip + lane] = W[s·strip + lane][k]`. The last strip is padded with zeros. Every bit is kept.
 *
 * @param weight row-major, N × K
 * @param data the destination; it must hold ⌈N/strip⌉·strip·K values
 */
export function packStrips(weight: Float32Array, outFeatures: number, inFeatures: number, strip: number, data = new Float32Array(Math.ceil(outFeatures / strip) * inFeatures * strip)): Float32Array {
  for (let first = 0; first < outFeatures; first += strip) {
    const lanes = Math.min(strip, outFeatures - first);
    const base = first * inFeatures;
    if (lanes < strip) data.fill(0, base, base + strip * inFeatures);
    for (let begin = 0; begin < inFeatures; begin += TILE) {
      const end = Math.min(inFeatures, begin + TILE);
      for (let lane = 0; lane < lanes; lane++) {
        const row = (first + lane) * inFeatures;
        for (let k = begin, to = base + begin * strip + lane; k < end; k++, to += strip) data[to] = weight[row + k]!;
      }
    }
  }
  return data;
}
