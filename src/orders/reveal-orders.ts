import type { AdderName } from '../numerics/group-sizes';
import type { ParseError, Result } from '../lib/result';
import { fail, ok } from '../lib/result';
import { findTree } from './find-tree';
import type { Order } from './order';
import type { OrderQuery, Question } from './order-query';
import { queryFor } from './order-query';

/** A linear layer as a black box. */
export interface UnknownLayer {
  /** K, 1 or more */
  readonly products: number;
  /** N */
  readonly outputs: number;
  readonly bias: boolean;
  /** What it is thought to add groups with; see `findTree`. */
  readonly adder?: AdderName | null;
}

/** The outputs that share one order. */
export interface RevealedOrder {
  /** Ascending. */
  readonly outputs: readonly number[];
  readonly order: Order;
}

/**
 * Reveals the summation order of each output of a layer. Every call reads all N outputs: it finds the tree of the first
 * output and drops the others once they answer differently, then treats the dropped ones the same way. It asks nothing
 * twice.
 *
 * It yields the numbers for a call (all rows of the weight are equal) and must be passed the N outputs, so the caller
 * decides whether to await. Memory: at most N float32 for each call whose outputs were not all equal.
 *
 * It returns the orders, or an error that says what was seen if an output is not a tree (see find-tree.ts) or there are
 * more than `most` different orders. The orders are not verified: run them on other numbers and compare bits with the
 * layer's.
 *
 * @param titleOf names an output at the beginning of an error
 */
export function* revealOrders({ products, outputs, bias, adder = null }: UnknownLayer, most: number, titleOf: (output: number) => string = (output) => `Output ${output}`): Generator<OrderQuery, Result<RevealedOrder[], ParseError>, Float32Array> {
  const answers = new Map<string, Float32Array>();
  const revealed: RevealedOrder[] = [];
  let left = Array.from({ length: outputs }, (_, output) => output);
  while (left.length > 0) {
    if (revealed.length === most) return fail({ message: `There are more than ${most} different orders among the outputs.` });
    const first = left[0]!;
    let alike = left;
    const finding = findTree(products, bias, adder);
    let step = finding.next();
    while (!step.done) {
      const name = nameOf(step.value);
      let answer = answers.get(name);
      if (answer === undefined) {
        answer = kept(yield queryFor(step.value, products, bias));
        answers.set(name, answer);
      }
      if (answer.length === 1) step = finding.next(answer[0]!);
      else {
        const seen = answer[first]!;
        const each = answer;
        alike = alike.filter((output) => each[output] === seen);
        step = finding.next(seen);
      }
    }
    if (!step.value.ok) return fail({ message: `${titleOf(first)}: ${step.value.error.message}` });
    revealed.push({ outputs: alike, order: step.value.value });
    const found = new Set(alike);
    left = left.filter((output) => !found.has(output));
  }
  return ok(revealed);
}

function nameOf(question: Question): string {
  switch (question.kind) {
    case 'count':
      return `count ${question.plus} ${question.minus}`;
    case 'fuse':
      return `fuse ${question.product} ${question.other}`;
    case 'cut':
      return `cut ${question.one} ${question.small}`;
    case 'width':
      return `width ${question.one} ${question.small} ${question.minus}`;
  }
}

/** A copy, since the caller may reuse its array: a single number if all outputs are equal. */
function kept(answer: Float32Array): Float32Array {
  return answer.slice(0, answer.every((value) => value === answer[0]) ? 1 : answer.length);
}
