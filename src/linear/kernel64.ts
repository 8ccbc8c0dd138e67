import type { Program } from '../orders/compile';
import { Code, INSTRUCTION } from '../orders/compile';

/**
 * The same program with products and sums in float64: y = Σ x[k]·w[k] (+ b), one output.
 *
 * The inputs are float32, so a product (48 bits) is exact in float64, and a fused multiply-add of an exact product *is*
 * the addition: `Add` and `Fma` are one case. No adder adds float64, so that the products of a group are added one by one.
 *
 * @param w row-major; the output's weights begin at `wOffset`
 * @param saved scratch of at least `program.depth` values
 */
export function runOrder64(
  program: Program,
  x: Float32Array,
  xOffset: number,
  w: Float32Array,
  wOffset: number,
  bias: number,
  saved: Float64Array,
): number {
  const { ops, leaves } = program;
  const product = (i: number): number => x[xOffset + leaves[i]!]! * w[wOffset + leaves[i]!]!;
  /** The sum of a run by itself. */
  const products = (from: number, to: number): number => {
    let own = product(from);
    for (let i = from + 1; i < to; i++) own += product(i);
    return own;
  };
  let sum = 0;
  let top = 0;
  for (let at = 0; at < ops.length; at += INSTRUCTION) {
    const from = ops[at + 1]!;
    const to = ops[at + 2]!;
    switch (ops[at]) {
      case Code.SaveStart:
      case Code.SaveBias:
      case Code.SaveZero:
        saved[top++] = sum;
        sum = ops[at] === Code.SaveBias ? bias : ops[at] === Code.SaveZero ? 0 : products(from, to);
        break;
      case Code.Zero:
        sum = 0;
        break;
      case Code.Start:
        sum = products(from, to);
        break;
      case Code.Bias:
        sum = bias;
        break;
      case Code.Add:
      case Code.Fma:
      case Code.Group:
        for (let i = from; i < to; i++) sum += product(i);
        break;
      case Code.AddPair:
      case Code.AddFusedPair:
        sum += products(from, to);
        break;
      case Code.AddBias:
        sum += bias;
        break;
      case Code.Merge:
        sum = saved[--top]! + sum;
        break;
    }
  }
  return sum;
}
