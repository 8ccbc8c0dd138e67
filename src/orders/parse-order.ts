import type { ParseError, Result } from '../lib/result';
import { fail, ok } from '../lib/result';
import type { AdderName } from '../numerics/group-sizes';
import type { Order } from './order';
import { MAX_GROUP, MAX_PRODUCTS } from './order';
import { OrderBuilder } from './order-builder';

/** Longest text accepted. The longest honest one, 4096 shuffled products with a bracket and a star each, has about 40 000. */
export const MAX_ORDER_TEXT = 200_000;

export interface OrderContext {
  /** K; if left out, the highest index gives it. */
  readonly products?: number;
  /** The largest K accepted if `products` is left out; `MAX_PRODUCTS` if this is left out too. */
  readonly mostProducts?: number;
  /** Whether the layer has a bias; if left out, the text decides. */
  readonly bias?: boolean;
  /** What adds the groups in braces; if left out, they are errors. */
  readonly adder?: AdderName | null;
}

/** A run as it is written. */
interface Run {
  readonly first: number;
  /** Negative if it counts down. */
  readonly step: number;
  readonly count: number;
}

interface Complaining {
  at: number;
  problem: ParseError | null;
}

const EXPECTED_TERM = 'a product such as 0, *3 or 0..7, b for the bias, or an opening bracket';

/** An excerpt of the text for a message: short, on one line. */
function quoted(text: string, at: number): string {
  return at >= text.length ? 'the end' : `“${[...text.slice(at, at + 12)][0]}”`;
}

/**
 * Reads an order in the notation `term + term + …`; see `Order` for what it means and ARCHITECTURE.md for the grammar.
 *
 * Never throws, never recurses; the lengths of the text and of the sum are bounded before any work is done. An error is
 * one sentence with the position of the first character it is about.
 */
export function parseOrder(text: string, context: OrderContext = {}): Result<Order, ParseError> {
  if (text.length > MAX_ORDER_TEXT) {
    return fail({ message: `This order has ${text.length} characters; at most ${MAX_ORDER_TEXT} are read.`, position: MAX_ORDER_TEXT });
  }
  const limit = context.products ?? context.mostProducts ?? MAX_PRODUCTS;
  const reader = new OrderReader(text, limit, context.products !== undefined, context.bias, context.adder ?? null);
  const order = reader.read();
  return order === null ? fail(reader.state.problem!) : ok(order);
}

class OrderReader {
  readonly state: Complaining = { at: 0, problem: null };
  private readonly builder: OrderBuilder;
  private readonly seen: Uint8Array;
  private named = 0;
  private highest = -1;
  private biasAt = -1;
  private readonly opened: number[] = [];

  constructor(
    private readonly text: string,
    private readonly limit: number,
    private readonly exact: boolean,
    private readonly wantsBias: boolean | undefined,
    private readonly adder: AdderName | null,
  ) {
    this.builder = new OrderBuilder(adder);
    this.seen = new Uint8Array(limit);
  }

  read(): Order | null {
    for (;;) {
      if (!this.term()) return null;
      for (;;) {
        this.space();
        if (this.take(')')) {
          if (this.opened.pop() === undefined) return this.complain('This bracket closes nothing.', this.state.at - 1);
          this.builder.close();
          continue;
        }
        break;
      }
      if (this.state.at >= this.text.length) return this.end();
      if (!this.take('+') && !this.take(',')) {
        const wanted = this.opened.length > 0 ? '“+” or a closing bracket' : '“+” or the end';
        return this.complain(`Expected ${wanted} here, found ${quoted(this.text, this.state.at)}.`);
      }
    }
  }

  private term(): boolean {
    for (this.space(); this.take('('); this.space()) {
      this.opened.push(this.state.at - 1);
      this.builder.open();
    }
    if (this.text[this.state.at] === 'b') return this.bias();
    const begin = this.state.at;
    if (this.take('{')) return this.groups(begin);
    const fused = this.take('*');
    this.space();
    const run = this.run(fused ? 'a product after “*”' : EXPECTED_TERM, begin);
    if (run === null) return false;
    this.builder.run(run.first, run.step, run.count, fused);
    return true;
  }

  /** A group, after its opening brace, and the size of the groups that its run is to be cut into. */
  private groups(begin: number): boolean {
    if (this.adder === null) return this.refuse('A group in braces needs an adder, such as h100; ordinary float32 adds two terms at a time.', begin);
    this.space();
    const run = this.run('a product or a run such as 0..15', begin);
    if (run === null) return false;
    this.space();
    if (!this.take('}')) return this.refuse(`Expected “}” here, found ${quoted(this.text, this.state.at)}.`, this.state.at);
    this.space();
    let size: number | null = run.count;
    if (this.take('*')) {
      this.space();
      const sizeAt = this.state.at;
      size = this.integer('the size of the groups');
      if (size === null) return false;
      if (size === 0) return this.refuse('A group has at least one product.', sizeAt);
    }
    size = Math.min(size, run.count);
    if (size > MAX_GROUP) return this.refuse(`A group has at most ${MAX_GROUP} products, not ${size}: {0..767}*16 is a run in groups of 16.`, begin);
    this.builder.groups(run.first, run.step, run.count, size);
    return true;
  }

  /** A product or a run, all its products named; null if there is none or some can't be. */
  private run(expected: string, begin: number): Run | null {
    const first = this.integer(expected);
    if (first === null) return null;
    this.space();
    if (!this.text.startsWith('..', this.state.at)) return this.name(first, begin) ? { first, step: 1, count: 1 } : null;
    this.state.at += 2;
    this.space();
    const last = this.integer('the last number of the run');
    if (last === null) return null;
    this.space();
    let step = 1;
    if (this.take(':')) {
      this.space();
      const stepAt = this.state.at;
      const read = this.integer('the step of the run');
      if (read === null) return null;
      if (read === 0) return this.complain('The step of a run is at least 1.', stepAt);
      step = read;
    }
    if (Math.abs(last - first) % step !== 0) {
      return this.complain(`The run ${first}..${last} in steps of ${step} never reaches ${last}.`, begin);
    }
    // The end of the run that is out of range is named first: a run may be far too long to name it all.
    if (!this.inRange(Math.max(first, last), begin)) return null;
    const signed = last < first ? -step : step;
    const count = Math.abs(last - first) / step + 1;
    for (let i = 0; i < count; i++) if (!this.name(first + i * signed, begin)) return null;
    return { first, step: signed, count };
  }

  private bias(): boolean {
    const begin = this.state.at++;
    if (this.biasAt >= 0) return this.refuse(`The bias b is named twice (first at character ${this.biasAt + 1}).`, begin);
    if (this.wantsBias === false) return this.refuse('This layer has no bias, so b has no place here.', begin);
    this.biasAt = begin;
    this.builder.bias();
    return true;
  }

  /** Marks product k as named; if it can't be, sets the problem and returns false. */
  private name(k: number, begin: number): boolean {
    if (!this.inRange(k, begin)) return false;
    if (this.seen[k] === 1) return this.refuse(`Product ${k} is named twice.`, begin);
    this.seen[k] = 1;
    this.named++;
    if (k > this.highest) this.highest = k;
    return true;
  }

  private inRange(k: number, begin: number): boolean {
    if (k < this.limit) return true;
    const range = this.exact ? `there are ${this.limit} products, 0 to ${this.limit - 1}` : `at most ${this.limit} products are read`;
    return this.refuse(`Product ${k} is out of range: ${range}.`, begin);
  }

  private end(): Order | null {
    const open = this.opened[this.opened.length - 1];
    if (open !== undefined) return this.complain('This bracket is never closed.', open);
    const products = this.exact ? this.limit : this.highest + 1;
    if (this.named < products) {
      const missing = this.seen.indexOf(0);
      const more = products - this.named - 1;
      return this.complain(`Product ${missing} is missing${more > 0 ? `, and ${more} more` : ''}: each of 0 to ${products - 1} is named once.`);
    }
    if (this.wantsBias === true && this.biasAt < 0) return this.complain('The bias b is missing: this layer has one, and it is added somewhere.');
    return this.builder.finish();
  }

  private integer(expected: string): number | null {
    const begin = this.state.at;
    let value = 0;
    while (this.state.at < this.text.length) {
      const digit = this.text.charCodeAt(this.state.at) - 48;
      if (digit < 0 || digit > 9) break;
      value = Math.min(value * 10 + digit, 2 ** 31);
      this.state.at++;
    }
    if (this.state.at > begin) return value;
    this.refuse(`Expected ${expected}, found ${quoted(this.text, begin)}.`, begin);
    return null;
  }

  private space(): void {
    while (this.state.at < this.text.length && /\s/.test(this.text[this.state.at]!)) this.state.at++;
  }

  private take(character: string): boolean {
    if (this.text[this.state.at] !== character) return false;
    this.state.at++;
    return true;
  }

  private refuse(message: string, position: number): false {
    this.state.problem = { message, position };
    return false;
  }

  private complain(message: string, position = this.state.at): null {
    this.refuse(message, position);
    return null;
  }
}
