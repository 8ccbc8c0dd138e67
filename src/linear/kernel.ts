import { fmaf } from '../numerics/fma';
import type { Program } from '../orders/compile';
import { Code, INSTRUCTION } from '../orders/compile';
import type { PackedWeights } from './pack-weights';
import { LANES } from './pack-weights';

const { fround } = Math;

/**
 * The one kernel: y[j] = Σ x[k]·W[j][k] (+ b[j]) for one row of x, each `+` and each product rounded to float32 in
 * the order that the program says, a strip of outputs at a time.
 *
 * Each instruction runs over the whole strip, so that its cost is shared; within it, eight accumulators at a time
 * stay in local variables. NaN, infinities, −0 and subnormals behave as IEEE 754 says; a product that a sum starts
 * with keeps its sign even where it is −0. Error bound: `errorBound` of the order's height.
 *
 * @param x row-major; the row begins at `xOffset` and has K values
 * @param bias N values, or null, which counts as zeros should the program name the bias
 * @param out receives output j at `outOffset + j`, for the outputs of the strips `fromStrip` … `toStrip − 1`
 */
export function runOrder(
  program: Program,
  x: Float32Array,
  xOffset: number,
  weights: PackedWeights,
  bias: Float32Array | null,
  out: Float32Array,
  outOffset: number,
  fromStrip = 0,
  toStrip = Math.ceil(weights.outFeatures / weights.strip),
): void {
  const { strip, inFeatures, outFeatures, data } = weights;
  const sums = new Float32Array((program.depth + 1) * strip);
  const row = x.subarray(xOffset, xOffset + inFeatures);
  const biasStrip = new Float32Array(strip);
  for (let s = fromStrip; s < toStrip; s++) {
    const from = s * strip;
    const used = Math.min(strip, outFeatures - from);
    if (bias !== null) biasStrip.set(bias.subarray(from, from + used));
    runStrip(program.ops, program.leaves, row, data, s * inFeatures * strip, strip, biasStrip, sums);
    out.set(sums.subarray(0, used), outOffset + from);
  }
}

/** One strip: `sums` is a stack of accumulators, `strip` float32 each; the result is left in the first. */
function runStrip(ops: Int32Array, leaves: Int32Array, x: Float32Array, w: Float32Array, base: number, strip: number, bias: Float32Array, sums: Float32Array): void {
  let top = -strip;
  for (let at = 0; at < ops.length; at += INSTRUCTION) {
    const from = ops[at + 1]!;
    const to = ops[at + 2]!;
    switch (ops[at]) {
      case Code.Add:
        for (let g = 0; g < strip; g += LANES) {
          const s = top + g;
          let a0 = sums[s]!;
          let a1 = sums[s + 1]!;
          let a2 = sums[s + 2]!;
          let a3 = sums[s + 3]!;
          let a4 = sums[s + 4]!;
          let a5 = sums[s + 5]!;
          let a6 = sums[s + 6]!;
          let a7 = sums[s + 7]!;
          for (let i = from; i < to; i++) {
            const k = leaves[i]!;
            const xk = x[k]!;
            const p = base + k * strip + g;
            a0 = fround(a0 + fround(xk * w[p]!));
            a1 = fround(a1 + fround(xk * w[p + 1]!));
            a2 = fround(a2 + fround(xk * w[p + 2]!));
            a3 = fround(a3 + fround(xk * w[p + 3]!));
            a4 = fround(a4 + fround(xk * w[p + 4]!));
            a5 = fround(a5 + fround(xk * w[p + 5]!));
            a6 = fround(a6 + fround(xk * w[p + 6]!));
            a7 = fround(a7 + fround(xk * w[p + 7]!));
          }
          sums[s] = a0;
          sums[s + 1] = a1;
          sums[s + 2] = a2;
          sums[s + 3] = a3;
          sums[s + 4] = a4;
          sums[s + 5] = a5;
          sums[s + 6] = a6;
          sums[s + 7] = a7;
        }
        break;
      case Code.Fma:
        for (let g = 0; g < strip; g += LANES) {
          const s = top + g;
          let a0 = sums[s]!;
          let a1 = sums[s + 1]!;
          let a2 = sums[s + 2]!;
          let a3 = sums[s + 3]!;
          let a4 = sums[s + 4]!;
          let a5 = sums[s + 5]!;
          let a6 = sums[s + 6]!;
          let a7 = sums[s + 7]!;
          for (let i = from; i < to; i++) {
            const k = leaves[i]!;
            const xk = x[k]!;
            const p = base + k * strip + g;
            a0 = fmaf(xk, w[p]!, a0);
            a1 = fmaf(xk, w[p + 1]!, a1);
            a2 = fmaf(xk, w[p + 2]!, a2);
            a3 = fmaf(xk, w[p + 3]!, a3);
            a4 = fmaf(xk, w[p + 4]!, a4);
            a5 = fmaf(xk, w[p + 5]!, a5);
            a6 = fmaf(xk, w[p + 6]!, a6);
            a7 = fmaf(xk, w[p + 7]!, a7);
          }
          sums[s] = a0;
          sums[s + 1] = a1;
          sums[s + 2] = a2;
          sums[s + 3] = a3;
          sums[s + 4] = a4;
          sums[s + 5] = a5;
          sums[s + 6] = a6;
          sums[s + 7] = a7;
        }
        break;
      case Code.Load: {
        top += strip;
        const k = leaves[from]!;
        const xk = x[k]!;
        const p = base + k * strip;
        for (let j = 0; j < strip; j += 4) {
          sums[top + j] = fround(xk * w[p + j]!);
          sums[top + j + 1] = fround(xk * w[p + j + 1]!);
          sums[top + j + 2] = fround(xk * w[p + j + 2]!);
          sums[top + j + 3] = fround(xk * w[p + j + 3]!);
        }
        break;
      }
      case Code.Bias:
        top += strip;
        for (let j = 0; j < strip; j++) sums[top + j] = bias[j]!;
        break;
      case Code.AddBias:
        for (let j = 0; j < strip; j++) sums[top + j] = fround(sums[top + j]! + bias[j]!);
        break;
      case Code.Merge: {
        top -= strip;
        for (let j = top; j < top + strip; j += 4) {
          sums[j] = fround(sums[j]! + sums[j + strip]!);
          sums[j + 1] = fround(sums[j + 1]! + sums[j + strip + 1]!);
          sums[j + 2] = fround(sums[j + 2]! + sums[j + strip + 2]!);
          sums[j + 3] = fround(sums[j + 3]! + sums[j + strip + 3]!);
        }
        break;
      }
    }
  }
}
