import { UNIT_ROUNDOFF } from '../numerics/float32';
import type { Order } from './order';
import { groupSizeOf, Op, opOf, STEP } from './order';

/** The most that one addition of `count` products and the accumulator loses, relative to the sum of their magnitudes. */
export type GroupRoundoff = (count: number) => number;

/**
 * h: the roundings on the longest path from a product to the root, the product's own included unless it is fused.
 * 0 for an order without products. The bias never has the longest path: it joins beside a product, unrounded.
 *
 * A group rounds all that goes into it, products and accumulator, by up to `groupRoundoff` of its products; it counts in units
 * of u, so that `errorBound` holds for every order. (Its products are not rounded on their own.) On an H100, a group of 16
 * bfloat16 products counts 10.5: 17 terms that lose 2⁻²⁵ and a last cut of 2⁻²³, where u is 2⁻²⁴.
 *
 * @param groupRoundoff `stepRoundoff` of the adder; for orders with groups
 */
export function height(order: Order, groupRoundoff: GroupRoundoff | null = null): number {
  const { steps } = order;
  const group = (count: number): number => (groupRoundoff === null ? NaN : groupRoundoff(count) / UNIT_ROUNDOFF);
  /** Of the groups of a step: the last may be shorter. */
  const groups = (count: number, size: number): number => Math.floor(count / size) * group(size) + (count % size > 0 ? group(count % size) : 0);
  const heights: number[] = [];
  let top = 0;
  for (let at = 0; at < steps.length; at += STEP) {
    const count = steps[at + 3]!;
    switch (opOf(steps[at]!)) {
      case Op.Start:
      case Op.StartFused:
        heights.push(top);
        top = count;
        break;
      case Op.StartBias:
        heights.push(top);
        // Below a product's 1, so that the first product to join counts its own rounding and the addition.
        top = 0;
        break;
      case Op.Add:
        top = Math.max(top, 1) + count;
        break;
      case Op.AddFused:
        top += count;
        break;
      case Op.StartGroups:
        heights.push(top);
        top = groups(count, groupSizeOf(steps[at]!));
        break;
      case Op.AddGroups:
        top += groups(count, groupSizeOf(steps[at]!));
        break;
      case Op.AddBias:
        top += 1;
        break;
      case Op.Merge:
        top = Math.max(top, heights.pop()!) + 1;
        break;
    }
  }
  return order.products === 0 ? 0 : top;
}

/**
 * The bound h·u·S on |computed − exact|, S = Σ|x·w| (+ |b|), to first order in u (Higham 1993; Higham 2002, §4.2).
 * It omits O(u²), which `gamma` includes, and underflow.
 */
export function errorBound(h: number, absSum: number): number {
  return h * UNIT_ROUNDOFF * absSum;
}

/** γ_h = h·u / (1 − h·u): γ_h·S bounds the error with O(u²) included (Higham 2002, lemma 3.1). Infinite from h·u = 1 on. */
export function gamma(h: number, u: number = UNIT_ROUNDOFF): number {
  return h * u < 1 ? (h * u) / (1 - h * u) : Infinity;
}

/**
 * √h·u·S, a rule of thumb: the bound λ·√h·u·S of Higham and Mary (2019), for rounding errors that behave as mean-independent,
 * at λ = 1, where the probability that they guarantee is vacuous.
 */
export function probabilisticBound(h: number, absSum: number): number {
  return Math.sqrt(h) * UNIT_ROUNDOFF * absSum;
}
