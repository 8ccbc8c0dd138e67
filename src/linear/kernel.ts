import { fmaf } from '../numerics/fma';
import type { Program } from '../orders/compile';
import { Code, INSTRUCTION } from '../orders/compile';

const { fround } = Math;

/** Outputs that an inner loop holds in local variables; strip widths are multiples of it. */
export const LANES = 8;

/** Joins the products leaves[from … to) of a group and each accumulator of a strip, which begin at `top`, in one addition. */
export type JoinGroup = (leaves: Int32Array, from: number, to: number, x: Float32Array, w: Float32Array, base: number, strip: number, sums: Float32Array, top: number) => void;

/**
 * The kernel, for one strip of outputs and one row of x: each `+` and each product is rounded to float32, in the
 * program's order. Each instruction runs over the whole strip, which spreads its cost; within the strip, eight
 * accumulators at a time stay in local variables.
 *
 * @param x K values
 * @param w the weights of product k begin at `base + k·strip`
 * @param sums a stack of `program.depth + 1` accumulators, `strip` float32 each; the result is left in the first
 * @param joinGroup for the program's groups; null if it has none
 */
export function runStrip(program: Program, x: Float32Array, w: Float32Array, base: number, strip: number, bias: Float32Array, sums: Float32Array, joinGroup: JoinGroup | null = null): void {
  const { ops, leaves } = program;
  let top = 0;
  if (ops.length === 0) sums.fill(0, 0, strip);
  for (let at = 0; at < ops.length; at += INSTRUCTION) {
    const code = ops[at]!;
    const from = ops[at + 1]!;
    const to = ops[at + 2]!;
    if (code === Code.SaveStart || code === Code.SaveBias || code === Code.SaveZero) top += strip;
    switch (code) {
      case Code.Start:
      case Code.SaveStart:
        start(leaves, from, to, x, w, base, strip, sums, top);
        break;
      case Code.Bias:
      case Code.SaveBias:
        sums.set(bias, top);
        break;
      case Code.Add:
        add(leaves, from, to, x, w, base, strip, sums, top);
        break;
      case Code.Fma:
        fuse(leaves, from, to, x, w, base, strip, sums, top);
        break;
      case Code.AddPair:
      case Code.AddFusedPair: {
        const [k, m] = [leaves[from]!, leaves[from + 1]!];
        const add = code === Code.AddPair ? addPair : addFusedPair;
        add(x[k]!, base + k * strip, x[m]!, base + m * strip, w, strip, sums, top);
        break;
      }
      case Code.AddBias:
        for (let j = 0; j < strip; j++) sums[top + j] = fround(sums[top + j]! + bias[j]!);
        break;
      case Code.Merge:
        top -= strip;
        merge(strip, sums, top);
        break;
      case Code.Zero:
      case Code.SaveZero:
        sums.fill(0, top, top + strip);
        break;
      case Code.Group:
        joinGroup?.(leaves, from, to, x, w, base, strip, sums, top);
        break;
    }
  }
}

/** Takes the first product of a run and adds the others. */
function start(leaves: Int32Array, from: number, to: number, x: Float32Array, w: Float32Array, base: number, strip: number, sums: Float32Array, top: number): void {
  const first = base + leaves[from]! * strip;
  const x0 = x[leaves[from]!]!;
  for (let g = 0; g < strip; g += LANES) {
    const s = top + g;
    const q = first + g;
    let a0 = fround(x0 * w[q]!);
    let a1 = fround(x0 * w[q + 1]!);
    let a2 = fround(x0 * w[q + 2]!);
    let a3 = fround(x0 * w[q + 3]!);
    let a4 = fround(x0 * w[q + 4]!);
    let a5 = fround(x0 * w[q + 5]!);
    let a6 = fround(x0 * w[q + 6]!);
    let a7 = fround(x0 * w[q + 7]!);
    for (let i = from + 1; i < to; i++) {
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
}

/** Adds each product of a run. */
function add(leaves: Int32Array, from: number, to: number, x: Float32Array, w: Float32Array, base: number, strip: number, sums: Float32Array, top: number): void {
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
}

/** Joins each product of a run by a fused multiply-add. */
function fuse(leaves: Int32Array, from: number, to: number, x: Float32Array, w: Float32Array, base: number, strip: number, sums: Float32Array, top: number): void {
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
}

/** Adds the sum of two products. */
function addPair(x0: number, p: number, x1: number, q: number, w: Float32Array, strip: number, sums: Float32Array, top: number): void {
  for (let j = 0; j < strip; j += 4) {
    const s = top + j;
    sums[s] = fround(sums[s]! + fround(fround(x0 * w[p + j]!) + fround(x1 * w[q + j]!)));
    sums[s + 1] = fround(sums[s + 1]! + fround(fround(x0 * w[p + j + 1]!) + fround(x1 * w[q + j + 1]!)));
    sums[s + 2] = fround(sums[s + 2]! + fround(fround(x0 * w[p + j + 2]!) + fround(x1 * w[q + j + 2]!)));
    sums[s + 3] = fround(sums[s + 3]! + fround(fround(x0 * w[p + j + 3]!) + fround(x1 * w[q + j + 3]!)));
  }
}

/** Adds the sum of two products, the second joined to the first by a fused multiply-add. */
function addFusedPair(x0: number, p: number, x1: number, q: number, w: Float32Array, strip: number, sums: Float32Array, top: number): void {
  for (let j = 0; j < strip; j++) sums[top + j] = fround(sums[top + j]! + fmaf(x1, w[q + j]!, fround(x0 * w[p + j]!)));
}

/** Adds the accumulator above to the one at `top`. */
function merge(strip: number, sums: Float32Array, top: number): void {
  for (let j = top; j < top + strip; j += 4) {
    sums[j] = fround(sums[j]! + sums[j + strip]!);
    sums[j + 1] = fround(sums[j + 1]! + sums[j + strip + 1]!);
    sums[j + 2] = fround(sums[j + 2]! + sums[j + strip + 2]!);
    sums[j + 3] = fround(sums[j + 3]! + sums[j + strip + 3]!);
  }
}
