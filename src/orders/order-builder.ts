import type { AdderName } from '../numerics/group-sizes';
import type { Order } from './order';
import { Op, opWithSize } from './order';

/** Tokens: a product is 2k, a fused product 2k + 1. */
const BIAS = -1;
const OPEN = -2;
const CLOSE = -3;
/** A group: the number of its products and these follow. */
const GROUP = -4;

/** A list of int32 that grows. */
class Int32List {
  private data = new Int32Array(256);
  length = 0;

  push(value: number): void {
    if (this.length === this.data.length) {
      const grown = new Int32Array(this.length * 2);
      grown.set(this.data);
      this.data = grown;
    }
    this.data[this.length++] = value;
  }

  at(index: number): number {
    return index < 0 || index >= this.length ? CLOSE : this.data[index]!;
  }

  taken(): Int32Array {
    return this.data.slice(0, this.length);
  }
}

/**
 * Builds orders term by term, in the notation's own words: `product`, `run`, `bias`, `groups`, and `open`/`close` for brackets.
 *
 * The result is canonical however the terms arrive: runs are joined, needless brackets dropped. The caller
 * (parse-order.ts, families.ts) must balance the brackets, leave none empty and name each product once.
 * O(1) per product, no recursion.
 *
 * @param adder of the order's groups; needed only if there are any
 */
export class OrderBuilder {
  private readonly tokens = new Int32List();
  /** For each open bracket, whether it comes first in its sum and is therefore redundant. */
  private readonly brackets: boolean[] = [];
  private hasGroups = false;

  constructor(private readonly adder: AdderName | null = null) {}

  /** The product k joins the open sum. */
  product(k: number, fused = false): void {
    this.tokens.push(2 * k + (fused ? 1 : 0));
  }

  /** `count` products, k = first, first + step, …, join the open sum one after the other. */
  run(first: number, step: number, count: number, fused = false): void {
    for (let i = 0; i < count; i++) this.product(first + i * step, fused);
  }

  /** The same products join the open sum in groups of `size`, one after the other; the last may be shorter. */
  groups(first: number, step: number, count: number, size: number): void {
    this.hasGroups = true;
    for (let from = 0; from < count; from += size) {
      const length = Math.min(size, count - from);
      this.tokens.push(GROUP);
      this.tokens.push(length);
      this.run(first + from * step, step, length);
    }
  }

  /** The bias joins the open sum. */
  bias(): void {
    this.tokens.push(BIAS);
  }

  /** Opens a bracket; what follows until `close` is a sum of its own. */
  open(): void {
    const needless = this.tokens.length === 0 || this.tokens.at(this.tokens.length - 1) === OPEN;
    this.brackets.push(needless);
    if (!needless) this.tokens.push(OPEN);
  }

  /** Closes the innermost bracket and adds its sum to the one around it. */
  close(): void {
    if (this.brackets.pop()) return;
    const { tokens } = this;
    if (tokens.at(tokens.length - 2) !== OPEN) {
      tokens.push(CLOSE);
      return;
    }
    // A bracket round one term: it is rounded on its own, so neither the bracket nor a star has any effect.
    const term = tokens.at(tokens.length - 1);
    tokens.length -= 2;
    tokens.push(term < 0 ? term : term & ~1);
  }

  /** @throws Error if there are groups and no adder */
  finish(): Order {
    const { tokens, adder, hasGroups } = this;
    if (hasGroups && adder === null) throw new Error('An order with groups needs an adder.');
    const steps = new Int32List();
    const write = (op: number, first = 0, step = 0, count = 0): void => {
      steps.push(op);
      steps.push(first);
      steps.push(step);
      steps.push(count);
    };
    let products = 0;
    let bias = false;
    let starting = true;
    for (let at = 0; at < tokens.length; ) {
      const token = tokens.at(at);
      if (token === OPEN) {
        starting = true;
        at++;
        continue;
      }
      if (token === CLOSE) write(Op.Merge);
      else if (token === GROUP) {
        const { end, first, step, count, size } = this.groupsFrom(at);
        write(opWithSize(starting ? Op.StartGroups : Op.AddGroups, size), first, step, count);
        products += count;
        at = end - 1;
      } else if (token === BIAS) {
        write(starting ? Op.StartBias : Op.AddBias);
        bias = true;
      } else {
        const end = this.runEnd(at, starting);
        const next = tokens.at(at + 1);
        const fused = end - at > 1 ? (next & 1) === 1 : !starting && (token & 1) === 1;
        const op = starting ? (fused ? Op.StartFused : Op.Start) : fused ? Op.AddFused : Op.Add;
        write(op, token >> 1, end - at > 1 ? (next >> 1) - (token >> 1) : 0, end - at);
        products += end - at;
        at = end - 1;
      }
      starting = false;
      at++;
    }
    return { products, bias, steps: steps.taken(), adder: hasGroups ? adder : null };
  }

  /** The groups from token `at` that are one step: as many as continue one run, all but the last of the same size. */
  private groupsFrom(at: number): { end: number; first: number; step: number; count: number; size: number } {
    const { tokens } = this;
    const product = (group: number, i: number): number => tokens.at(group + 2 + i) >> 1;
    const size = tokens.at(at + 1);
    const first = product(at, 0);
    let end = at + 2 + size;
    let count = size;
    // A group of one product has no step of its own; the group after it gives the run its step.
    const step = size > 1 ? product(at, 1) - first : tokens.at(end) === GROUP && tokens.at(end + 1) === 1 ? product(end, 0) - first : 0;
    for (let last = size; last === size && tokens.at(end) === GROUP; ) {
      last = tokens.at(end + 1);
      if (last > size || product(end, 0) !== first + count * step || (last > 1 && product(end, 1) !== first + (count + 1) * step)) break;
      count += last;
      end += 2 + last;
    }
    return { end, first, step, count, size };
  }

  /**
   * The end of the longest run from token `at`: constant step, joined alike, at least three products, else just one.
   * A sum's first product joins nothing, so its star is free and follows the second's.
   */
  private runEnd(at: number, starting: boolean): number {
    const { tokens } = this;
    const second = tokens.at(at + 1);
    if (second < 0) return at + 1;
    const step = (second >> 1) - (tokens.at(at) >> 1);
    if (!starting && ((tokens.at(at) ^ second) & 1) !== 0) return at + 1;
    let end = at + 2;
    while (tokens.at(end) >= 0 && tokens.at(end) === tokens.at(end - 1) + 2 * step) end++;
    return end - at >= 3 ? end : at + 1;
  }
}

