import { LIMITS } from '../lib/limits';
import type { AdderName } from '../numerics/group-sizes';

/**
 * The summation tree of one output, y = Σ x[k]·w[k] (+ b), in canonical postfix form.
 *
 * An order is a flat list of steps over a stack of float32 accumulators; reading the list *is* evaluating the
 * sum, so nothing here is recursive and a bracket nested K deep costs no call stack. Each step is four int32:
 * [op, first, step, count]. A run of `count` products starts at index `first` and goes up (or down) by `step`.
 *
 * | op         | does                                                                                     |
 * | ---------- | ---------------------------------------------------------------------------------------- |
 * | Start      | push a new accumulator, fl(x·w) of the first product, then add the rest, each rounded     |
 * | StartFused | the same, but every product after the first joins by one fused multiply-add               |
 * | StartBias  | push a new accumulator holding the bias (first, step, count are 0)                        |
 * | Add        | add the run to the top accumulator, each product rounded, then each sum rounded           |
 * | AddFused   | add the run to the top accumulator, one fused multiply-add per product                    |
 * | AddBias    | add the bias to the top accumulator                                                       |
 * | Merge      | pop the top accumulator and add it to the one below                                       |
 * | StartGroups | push a new accumulator holding zero, then do as AddGroups does |
 * | AddGroups  | add the run to the top accumulator in groups, one after the other: the products of a group and the accumulator join in one addition of several terms, the adder's |
 *
 * The size of a run's groups is in the op's higher bits (`opWithSize`, `opOf`, `groupSizeOf`); its last group may be shorter.
 *
 * The form is canonical: runs are the longest possible from the left and have either one product or at least
 * three; no bracket holds a single term (other than a group); a first product is never written as fused on its own. Groups of
 * one size that follow each other along one run are one step; a step with a single group has its products as its size. Two
 * orders that print alike have equal steps. `OrderBuilder` in order-builder.ts is the only way to make one.
 */
export interface Order {
  /** K, the number of products. */
  readonly products: number;
  /** Whether the bias takes part, exactly once. */
  readonly bias: boolean;
  readonly steps: Int32Array;
  /** What adds the groups, null if and only if there are none: `1 + {2..5}` is another sum on another adder. */
  readonly adder: AdderName | null;
}

export const Op = { Start: 0, StartFused: 1, StartBias: 2, Add: 3, AddFused: 4, AddBias: 5, Merge: 6, StartGroups: 7, AddGroups: 8 } as const;

/** The most products in one group: what the widest adders take. */
export const MAX_GROUP = 32;

const OP_BITS = 4;

/** The op of a step, without the size of its groups. */
export function opOf(word: number): number {
  return word & ((1 << OP_BITS) - 1);
}

/** The products in each group of a step, but perhaps its last; 0 for a step without groups. */
export function groupSizeOf(word: number): number {
  return word >> OP_BITS;
}

/** A step's first int32: StartGroups or AddGroups with the size of its groups. */
export function opWithSize(op: number, size: number): number {
  return op | (size << OP_BITS);
}

/** Int32 values per step in `Order.steps`. */
export const STEP = 4;

/** Largest K of any order: that of growth curves. */
export const MAX_PRODUCTS = 2 ** LIMITS.sumExponent;
