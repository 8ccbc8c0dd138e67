import { FROUND } from '../linear/fround-engine';
import { makeLayer } from '../linear/make-layer';
import { exactDot } from '../numerics/exact-dot';
import { programOf } from '../orders/compile';
import type { PatternName } from '../orders/pattern-names';
import { patternOrder, PATTERNS } from '../orders/patterns';

/** For a layer with K inputs, at how many outputs either call is nearer to the exact sum. */
export interface NearerCount {
  readonly K: number;
  readonly outputs: number;
  /** Numbers of outputs where the first call's value is nearer, and the second's. */
  readonly first: number;
  readonly second: number;
  /** Equally near: nearly always the same bits. */
  readonly even: number;
}

export interface NearerSpec {
  readonly pattern: PatternName;
  /** The two batch sizes to compare. */
  readonly batches: readonly [number, number];
  readonly K: number;
  readonly outputs: number;
  readonly seed: number;
}

/** Sums the first row of PyTorch's own layer of that size in both orders, and exactly. */
export function* nearer({ pattern: name, batches, K, outputs, seed }: NearerSpec): Generator<null, NearerCount, void> {
  const pattern = PATTERNS.find((one) => one.name === name)!;
  const { x, weight, bias } = makeLayer({ kind: 'torch', seed, uniform: 'fused' }, { inFeatures: K, outFeatures: outputs, rows: 1, bias: true });
  yield null;
  const packed = FROUND.pack(weight, outputs, K);
  const values: Float32Array[] = [];
  for (const batch of batches) {
    const sums = new Float32Array(outputs);
    packed.run(programOf(patternOrder(pattern, batch, K, true)), { x, xOffset: 0, rows: 1, bias, out: sums, outOffset: 0 });
    values.push(sums);
    yield null;
  }
  let [first, second] = [0, 0];
  for (let j = 0; j < outputs; j++) {
    // Rounded once to a double: two float32 whose distances from the exact sum differ only by that rounding count as even.
    const exact = exactDot(x, 0, weight, j * K, K, bias![j]!);
    const [a, b] = values.map((sums) => Math.abs(sums[j]! - exact));
    if (a! < b!) first++;
    else if (b! < a!) second++;
    if (j % 64 === 63) yield null;
  }
  return { K, outputs, first, second, even: outputs - first - second };
}
