import type { ParseError, Result } from '../lib/result';
import type { AdderName } from '../numerics/group-sizes';
import { findTree } from './find-tree';
import type { Order } from './order';
import type { Question } from './order-query';
import { queryFor } from './order-query';

/** A float32 sum Σ x[k]·w[k] (+ bias) as a black box; `kind` is there for counting calls. */
export type BlackBox = (x: Float32Array, w: Float32Array, bias: number, kind: Question['kind']) => number;

/**
 * Reads the summation tree of one output from outside, fused products included; see find-tree.ts for the method.
 * Fails, saying what was seen, if the box is not a tree.
 *
 * @param adder what the box is thought to add groups with; see `findTree`
 */
export function reveal(box: BlackBox, K: number, bias: boolean, adder: AdderName | null = null): Result<Order, ParseError> {
  const finding = findTree(K, bias, adder);
  let step = finding.next();
  while (!step.done) {
    const query = queryFor(step.value, K, bias);
    step = finding.next(box(query.x, new Float32Array(K).fill(query.weight), query.bias, step.value.kind));
  }
  return step.value;
}
