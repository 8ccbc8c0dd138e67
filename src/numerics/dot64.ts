/**
 * Σ x[xOffset + k]·w[wOffset + k], k = 0 … n − 1, in float64, added one by one from +0. Products of float32 data are
 * exact. n = 0 gives +0.
 */
export function dot64(x: Float32Array | Float64Array, xOffset: number, w: Float32Array, wOffset: number, n: number): number {
  let sum = 0;
  for (let k = 0; k < n; k++) sum += x[xOffset + k]! * w[wOffset + k]!;
  return sum;
}
