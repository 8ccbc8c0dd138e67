import type { Order } from '../../orders/order';
import { groupSizeOf, Op, opOf, STEP } from '../../orders/order';

/** What is added to an accumulator in one go: a product, a pair summed first, a group, or the bias (an empty list). */
export type Term = readonly number[];

/** One partial sum of an order: all that goes into it before another partial sum does. */
export interface Accumulator {
  readonly terms: readonly Term[];
  /** Its products, in the sequence in which they are added. */
  readonly products: readonly number[];
  readonly bias: boolean;
}

/**
 * What is added to a finished accumulator, `into`: another accumulator, `from`, or products that come after such a
 * merge (an empty list is the bias).
 */
export type Join = { readonly kind: 'merge'; readonly from: number; readonly into: number } | { readonly kind: 'late'; readonly products: readonly number[]; readonly into: number };

export interface Accumulators {
  readonly accumulators: readonly Accumulator[];
  /** Each comes after those it depends on. */
  readonly joins: readonly Join[];
  /** Accumulators and late joins in the sequence of the notation, so that a join's two sides are neighbours. */
  readonly rows: readonly ({ readonly kind: 'accumulator'; readonly index: number } | { readonly kind: 'late'; readonly join: number })[];
}

const starts = (op: number | undefined): boolean => op === Op.Start || op === Op.StartFused || op === Op.StartBias || op === Op.StartGroups;
const adds = (op: number | undefined): boolean => op === Op.Add || op === Op.AddFused;

/** The two products of a bracket that begins at this step, if they are all it holds; otherwise null. */
function pairAt(steps: Int32Array, at: number): readonly [number, number] | null {
  const [op, first = 0, , count] = steps.subarray(at, at + STEP);
  const [next, second = 0, , more] = steps.subarray(at + STEP, at + 2 * STEP);
  return op === Op.Start && count === 1 && adds(next) && more === 1 && steps[at + 2 * STEP] === Op.Merge ? [first, second] : null;
}

const apart = (a: readonly [number, number], b: readonly [number, number]): boolean => Math.max(...a) < Math.min(...b) || Math.max(...b) < Math.min(...a);

/**
 * The steps at which bracketed pairs begin that one accumulator takes in turn: at least two in a row, each further along
 * K, as in 8 + *0 + (24 + *16) + (40 + *32). (In 0 + 8 + (1 + 9) + (2 + 10) the pairs overlap along K: these are three
 * accumulators side by side.)
 */
function pairsInARow(steps: Int32Array): ReadonlySet<number> {
  const found = new Set<number>();
  for (let at = 0; at < steps.length; at += STEP) {
    const pair = pairAt(steps, at);
    const next = pairAt(steps, at + 3 * STEP);
    if (pair === null || next === null || !apart(pair, next)) continue;
    found.add(at).add(at + 3 * STEP);
  }
  return found;
}

/**
 * Takes an order apart into its partial sums and their joins. The tree alone decides: every product is in the
 * accumulator that the order adds it to; when it is added is left open. A group joins at once; only one that comes after
 * another partial sum was added is taken apart into late products. Linear in K.
 */
export function accumulatorsOf({ steps }: Order): Accumulators {
  const pairs = pairsInARow(steps);
  const accumulators: { terms: Term[]; products: number[]; bias: boolean; joined: boolean }[] = [];
  const joins: Join[] = [];
  const rows: Accumulators['rows'][number][] = [];
  const open: number[] = [];
  for (let at = 0; at < steps.length; at += STEP) {
    const [word = 0, first = 0, by = 0, count = 0] = steps.subarray(at, at + STEP);
    const op = opOf(word);
    const size = Math.max(1, groupSizeOf(word));
    const under = accumulators[open.at(-1) ?? -1];
    if (pairs.has(at) && under?.joined === false) {
      const pair = [first, steps[at + STEP + 1]!];
      // The accumulator's first two products are its first pair: with nothing to their left, they need no brackets.
      if (under.terms.length === 2 && under.products.length === 2) under.terms.splice(0, 2, [...under.products]);
      under.terms.push(pair);
      under.products.push(...pair);
      at += 2 * STEP;
      continue;
    }
    if (op === Op.Merge) {
      const from = open.pop()!;
      const into = open.at(-1)!;
      accumulators[into]!.joined = true;
      joins.push({ kind: 'merge', from, into });
      continue;
    }
    if (starts(op)) {
      open.push(accumulators.length);
      rows.push({ kind: 'accumulator', index: accumulators.length });
      accumulators.push({ terms: [], products: [], bias: false, joined: false });
    }
    const into = open.at(-1)!;
    const sum = accumulators[into]!;
    const products = Array.from({ length: op === Op.StartBias || op === Op.AddBias ? 0 : count }, (_, i) => first + i * by);
    if (sum.joined) {
      rows.push({ kind: 'late', join: joins.length });
      joins.push({ kind: 'late', products, into });
    } else if (products.length === 0) {
      sum.terms.push([]);
      sum.bias = true;
    } else {
      for (let from = 0; from < products.length; from += size) sum.terms.push(products.slice(from, from + size));
      sum.products.push(...products);
    }
  }
  return { accumulators: accumulators.map(({ terms, products, bias }) => ({ terms, products, bias })), joins, rows };
}
