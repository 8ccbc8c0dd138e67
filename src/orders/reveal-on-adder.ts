import type { ParseError, Result } from '../lib/result';
import { fail, ok } from '../lib/result';
import type { AdderName } from '../numerics/group-sizes';
import { ADDER_NAMES, productsPerStep } from '../numerics/group-sizes';
import { ADDERS } from '../numerics/adders';
import { bitsOf } from '../numerics/float32';
import type { FactorFormat } from '../numerics/formats';
import { multiTermAdd } from '../numerics/multi-term-add';
import { BIAS_LEAF, binaryTree, groupProducts, leavesBelow } from './binary-tree';
import { findTree } from './find-tree';
import type { Order } from './order';
import type { QueryRange } from './order-query';
import { queryFor } from './order-query';
import { printOrder } from './print-order';
import { traceOrder } from './trace-order';

/** A sum Σ x[k]·w[k] (+ bias) of numbers of a format as a black box. */
export type SumOfFactors = (x: Float32Array, w: Float32Array, bias: number) => number;

/** Which way a number goes that lies between two of those that are kept. */
export type Cut = 'toward zero' | 'to nearest' | 'down' | 'up';

/** How a sum adds several terms at once, as far as it shows from outside. */
export interface FoundAdder {
  /** F: every term is cut to a multiple of 2^(E − F), E being the exponent of the largest. */
  readonly fractionBits: number;
  readonly terms: Cut;
  /** Fraction bits of the result and which way it is cut to them; null if a sum of three terms never has more than it keeps. */
  readonly result: { readonly bits: number; readonly cut: Cut } | null;
  /** The most products of one step. */
  readonly products: number;
  /** Whether a step takes a sum beside its products. One that adds it afterwards is found as an ordinary addition. */
  readonly takesSum: boolean;
}

/** A sum read off from outside, with what adds its groups. */
export interface FoundSum {
  /** In the notation; its groups are in braces. */
  readonly text: string;
  /** Null if there are no groups. */
  readonly adder: FoundAdder | null;
  /**
   * The order on every adder of `ADDERS` that answers all questions as the sum did, in the table's order: several where they
   * differ in nothing that shows in this format. Empty for an adder that is not in the table. Without groups, the order itself.
   */
  readonly orders: readonly Order[];
}

/** What the probes of a format are made of. */
interface Reach extends QueryRange {
  /** The exponent of the smallest product that is asked about. */
  readonly least: number;
  /** The most leaves whose ones, added up, are still swallowed and still counted. */
  readonly leaves: number;
}

/** The largest product, which a float16 accumulator can still hold. */
const LARGE = 15;

const WIDE: Reach = { swallowing: 2 ** 100, one: 1, cut: 2 ** LARGE, least: -45, leaves: 2 ** 24 };

/** Float16 accumulators count to 2¹¹; 2¹⁵ swallows less than 2^(15 − 25) on any adder of the table. */
const REACHES: Readonly<Record<FactorFormat, Reach>> = {
  bfloat16: WIDE,
  tf32: WIDE,
  float16: { ...WIDE, swallowing: 2 ** LARGE, one: 2 ** -24, least: -24, leaves: 2 ** 11 },
  float8_e5m2: { ...WIDE, swallowing: 2 ** LARGE, one: 2 ** -24, least: -24, leaves: 2 ** 11 },
  float8_e4m3: { ...WIDE, swallowing: 2 ** LARGE, one: 2 ** -18, least: -17, leaves: 2 ** 8 },
};

/** Values of leaves: K products and, last, the bias. */
type Leaves = Float64Array;

/**
 * Reads a sum on an unknown adder from outside: its tree with its groups (`findTree`), then, in one of its largest groups,
 * the adder. With M, −M and a small term in one step, all else 0, the smallest term that is not lost gives F; a term of one and
 * a half units of what is left, with either sign, tells how it is cut; and something small beside 3, which is 1.5 + 1.5, how
 * many bits the result keeps and how it is cut to them. About 40 calls more than the tree takes.
 *
 * Which adders of the table fit is computed, not compared: their order is asked the same questions.
 *
 * A factor of a product with a small exponent may be subnormal; that of the largest term is not. On adders that keep fewer bits
 * than float32, an ordinary addition of a lone product is taken for a group of one if its sum goes into another group.
 *
 * @param format of the factors
 * @param K products, 1 or more
 * @returns an error that says what was seen if it is not a tree, has no step of three terms to ask, or cuts in no known way
 */
export function revealOnAdder(box: SumOfFactors, format: FactorFormat, K: number, bias: boolean): Result<FoundSum, ParseError> {
  const reach = REACHES[format];
  if (K + 1 > reach.leaves) return fail({ message: `A sum of ${format} is read only up to ${reach.leaves - 1} products, not ${K}: the format's largest number swallows no more ones.` });
  const asked: { leaves: Leaves; seen: number }[] = [];
  const ask = (leaves: Leaves): number => {
    const seen = box(...numbersOf(leaves, K, bias));
    asked.push({ leaves, seen });
    return seen;
  };
  // Any name will do here: what adds the groups is asked next.
  const finding = findTree(K, bias, ADDER_NAMES[0]);
  let step = finding.next();
  while (!step.done) {
    const { kind } = step.value;
    const query = queryFor(step.value, K, bias, reach);
    step = finding.next(ask(Float64Array.of(...query.x, query.bias)) / (kind === 'cut' ? reach.cut : reach.one));
  }
  if (!step.value.ok) return step.value;
  const order = step.value.value;
  const text = printOrder(order);
  if (order.adder === null) return ok({ text, adder: null, orders: [order] });
  const found = findAdder(ask, order, reach);
  if (!found.ok) return found;
  const fits = (name: AdderName): boolean => {
    const { takesSum, products } = found.value;
    const adder = ADDERS[name];
    if ((productsPerStep(name, format) ?? 0) < products || (takesSum && adder.joins === 'afterwards')) return false;
    const tree = binaryTree(order);
    return asked.every(({ leaves, seen }) => traceOrder(tree, ...numbersOf(leaves, K, bias), 'float32', (a, b, c) => multiTermAdd(adder, format, a, b, c)).values[tree.root] === seen);
  };
  return ok({ text, adder: found.value, orders: ADDER_NAMES.filter(fits).map((adder) => ({ ...order, adder })) });
}

/** Asks the first of the largest groups. */
function findAdder(ask: (leaves: Leaves) => number, order: Order, reach: Reach): Result<FoundAdder, ParseError> {
  const K = order.products;
  const tree = binaryTree(order);
  const products = tree.group.reduce((most, size) => Math.max(most, size), 0);
  const node = tree.group.indexOf(products);
  const below = tree.left[node]!;
  const places = [...groupProducts(tree, node).map((product) => tree.leaf[product]!), ...(below < 0 ? [] : leavesBelow(tree, below).slice(0, 1))];
  if (places.length < 3) return fail({ message: 'No step of this sum takes three terms, so what it cuts off cannot be asked.' });
  const terms = (...values: [number, number, number]): number => {
    const leaves = new Float64Array(K + 1);
    values.forEach((value, i) => (leaves[places[i] === BIAS_LEAF ? K : places[i]!] = value));
    return ask(leaves);
  };
  const large = 2 ** LARGE;
  const fractionBits = lastThat(LARGE - reach.least, (bits) => terms(large, -large, 2 ** (LARGE - bits)) !== 0);
  if (fractionBits === LARGE - reach.least) return fail({ message: `A term of 2^−${fractionBits} of the largest is not cut off, and a smaller one is not asked in this format.` });
  const unit = 2 ** (LARGE - fractionBits);
  const ofTerms = cutOf((sign) => terms(large, -large, 1.5 * sign * unit) / unit);
  if (ofTerms === null) return fail({ message: 'One and a half units of the last place that a step keeps come out as neither one nor two, up to their sign.' });
  // 1.5 + 1.5 = 3 has a larger exponent than its terms, so that what the result cuts off shows beside what the terms lose.
  const half = 1.5 * 2 ** (LARGE - 1);
  const beside = (small: number, sign: number): number => terms(sign * half, sign * half, sign * small) - 2 * sign * half;
  const kept = lastThat(fractionBits, (bits) => [1, -1].every((sign) => beside(2 ** (LARGE - 1 - bits), sign) !== 0));
  const last = 2 ** (LARGE - 1 - kept);
  const ofResult = kept === fractionBits ? null : cutOf((sign) => beside(1.5 * last, sign) / last);
  if (kept < fractionBits && ofResult === null) return fail({ message: 'One and a half units of the last place of a result come out as neither one nor two, up to their sign.' });
  return ok({ fractionBits, terms: ofTerms, result: ofResult === null ? null : { bits: kept + 1, cut: ofResult }, products, takesSum: tree.group.some((size, at) => size > 0 && tree.left[at]! >= 0) });
}

/** The largest of 0 … most that holds, if all below one that holds do as well. */
function lastThat(most: number, holds: (value: number) => boolean): number {
  let [low, high] = [0, most];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** How ±1.5 are cut to whole numbers. */
function cutOf(cut: (sign: 1 | -1) => number): Cut | null {
  const seen = `${cut(1)} ${cut(-1)}`;
  const ways: Readonly<Record<string, Cut>> = { '1 -1': 'toward zero', '2 -2': 'to nearest', '1 -2': 'down', '2 -1': 'up' };
  return ways[seen] ?? null;
}

/** Factors of a format whose products have these values, numbers of two significand bits. */
function numbersOf(leaves: Leaves, K: number, bias: boolean): [x: Float32Array, w: Float32Array, bias: number] {
  const half = (value: number): number => 2 ** Math.floor(((bitsOf(Math.abs(value)) >>> 23) - 127) / 2);
  const w = Float32Array.from(leaves.subarray(0, K), (value) => (value === 0 ? 0 : half(value)));
  return [Float32Array.from(w, (factor, k) => (factor === 0 ? 0 : leaves[k]! / factor)), w, bias ? leaves[K]! : 0];
}
