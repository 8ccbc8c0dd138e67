import type { ParseError, Result } from '../lib/result';
import { fail, ok } from '../lib/result';
import { findTree } from './find-tree';
import type { Order } from './order';
import type { OrderQuery, Question } from './order-query';
import { queryFor } from './order-query';

/** A linear layer that can be called but not looked into. */
export interface UnknownLayer {
  /** K, 1 or more */
  readonly products: number;
  /** N */
  readonly outputs: number;
  readonly bias: boolean;
}

/** The outputs that are added up in one order. */
export interface RevealedOrder {
  /** Ascending. */
  readonly outputs: readonly number[];
  readonly order: Order;
}

/**
 * Reveals in which order each output of a layer is added up. All N outputs are read in the same calls: it finds the
 * tree of the first output and keeps the others for as long as they answer alike; of those that did not, it does the
 * same, and asks nothing twice.
 *
 * It yields the numbers for a call (every row of the weight is alike) and must be given the N outputs; so whoever runs
 * it decides whether a call is awaited. Memory: at most N float32 for each call whose outputs were not all alike.
 *
 * It ends with the orders, or with what was seen where an output is no tree (see find-tree.ts) or where there are more
 * than `most` different orders. They are not verified: run them on other numbers and compare with the layer, on bits.
 */
export function* revealOrders({ products, outputs, bias }: UnknownLayer, most: number): Generator<OrderQuery, Result<RevealedOrder[], ParseError>, Float32Array> {
  const answers = new Map<string, Float32Array>();
  const revealed: RevealedOrder[] = [];
  let left = Array.from({ length: outputs }, (_, output) => output);
  while (left.length > 0) {
    if (revealed.length === most) return fail({ message: `There are more than ${most} different orders among the outputs.` });
    const first = left[0]!;
    let alike = left;
    const finding = findTree(products, bias);
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
    if (!step.value.ok) return fail({ message: `Output ${first}: ${step.value.error.message}` });
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
    case 'width':
      return `width ${question.one} ${question.small} ${question.minus}`;
  }
}

/** A copy, as the caller may use its array again: one number where all outputs are alike. */
function kept(answer: Float32Array): Float32Array {
  return answer.slice(0, answer.every((value) => value === answer[0]) ? 1 : answer.length);
}
