import type { Order } from '../orders/order';
import { Op, STEP } from '../orders/order';

/** Indexed by exponent bits: ulp²/12, the variance of an error uniform within ±½ ulp. */
const VARIANCES = Float64Array.from({ length: 256 }, (_, exponent) => (exponent === 255 ? NaN : (4 ** Math.max(exponent - 150, -149)) / 12));

const value = new Float32Array(1);
const word = new Uint32Array(value.buffer);

/** @param x a float32 */
function varianceAt(x: number): number {
  if (x === 0) return 0;
  value[0] = x;
  return VARIANCES[(word[0]! >>> 23) & 0xff]!;
}

const { Start, StartFused, StartBias, AddFused, AddBias, Merge } = Op;

/**
 * σ² of the rounding errors of one output in this order: Σ ulp(node)²/12 over its rounded products and partial sums, in
 * float32, treating the errors as independent and uniform (Wilkinson 1963; Higham 2002, §2.8). NaN if a partial sum is not
 * finite.
 *
 * The partial sums are the order's own, except that a fused multiply-add is rounded to float64 and then to float32. If the
 * order lacks a bias, it is added last; if the layer lacks one, it counts as 0. Linear in K, no recursion.
 *
 * @param order of ordinary additions: an adder cuts, and its errors do not lie as often above as below
 * @param x, w K float32 values each, starting at their offsets
 */
export function roundingVariance(order: Order, x: Float32Array, xOffset: number, w: Float32Array, wOffset: number, bias: number): number {
  const { steps } = order;
  const saved: number[] = [];
  let variance = 0;
  let sum = 0;
  let isOpen = false;
  for (let at = 0; at < steps.length; at += STEP) {
    const op = steps[at]!;
    if (op === Merge) {
      sum = Math.fround(saved.pop()! + sum);
      variance += varianceAt(sum);
      continue;
    }
    const starts = op === Start || op === StartFused || op === StartBias;
    if (starts) {
      if (isOpen) saved.push(sum);
      isOpen = true;
      sum = 0;
    }
    if (op === StartBias || op === AddBias) {
      const before = sum;
      sum = Math.fround(before + bias);
      if (before !== 0 && bias !== 0) variance += varianceAt(sum);
      continue;
    }
    const fused = op === StartFused || op === AddFused;
    const [first, step, count] = [steps[at + 1]!, steps[at + 2]!, steps[at + 3]!];
    for (let i = 0, k = first; i < count; i++, k += step) {
      const product = x[xOffset + k]! * w[wOffset + k]!;
      if (starts && i === 0) {
        sum = Math.fround(product);
        variance += varianceAt(sum);
      } else if (fused) {
        sum = Math.fround(product + sum);
        variance += varianceAt(sum);
      } else {
        const rounded = Math.fround(product);
        sum = Math.fround(sum + rounded);
        variance += varianceAt(rounded) + varianceAt(sum);
      }
    }
  }
  if (!order.bias && bias !== 0) variance += varianceAt(Math.fround(sum + bias));
  return variance;
}
