import type { Order } from '../../orders/order';
import type { Accumulators, Term } from './accumulators-of-order';
import { accumulatorsOf } from './accumulators-of-order';

/** One step of an animation: a term into each of some accumulators, or one join. */
export type AnimationStep = { readonly kind: 'add'; readonly adds: readonly { readonly into: number; readonly term: Term }[] } | { readonly kind: 'join'; readonly join: number; readonly product: number | null };

/** An order as something that happens: a reading of the tree, which itself says what is added to what and not when. */
export interface Animation extends Accumulators {
  readonly steps: readonly AnimationStep[];
  /** Accumulators that are filled side by side, by where along K they begin. */
  readonly groups: readonly (readonly number[])[];
  /** Of each accumulator, its place among all along K: neighbours along K get shades far apart. */
  readonly rank: Int32Array;
  /** Of each product, the accumulator that it goes into and the step, from 0, at which it does. */
  readonly owner: Int32Array;
  readonly when: Int32Array;
  /** Of each join, the step at which it is done. */
  readonly joinedAt: Int32Array;
}

/** Accumulators whose products lie across each other along K, together; those that follow each other, apart. */
function sideBySide({ accumulators }: Accumulators): number[][] {
  const spans = accumulators
    .map(({ products }, index) => ({ index, from: products.reduce((least, k) => Math.min(least, k), products.length === 0 ? -1 : Infinity), to: products.reduce((most, k) => Math.max(most, k), -1) }))
    .sort((a, b) => a.from - b.from);
  const groups: number[][] = [];
  let end = -Infinity;
  for (const { index, from, to } of spans) {
    if (from < end) groups.at(-1)!.push(index);
    else groups.push([index]);
    end = Math.max(end, to);
  }
  return groups;
}

/** Where along K each term stands; the bias stands with the term before it. */
function placesOf(terms: readonly Term[]): number[] {
  let place = -1;
  return terms.map((term) => (place = term.length === 0 ? place : Math.min(...term)));
}

/** Fills a group's accumulators together, walking along K: a step takes what comes before the leading one's next term. */
function fillGroup({ accumulators }: Accumulators, group: readonly number[]): AnimationStep[] {
  const left = group.map((into) => ({ into, terms: accumulators[into]!.terms, places: placesOf(accumulators[into]!.terms), next: 0 }));
  const steps: AnimationStep[] = [];
  for (;;) {
    const waiting = left.filter(({ next, terms }) => next < terms.length).sort((a, b) => a.places[a.next]! - b.places[b.next]! || a.into - b.into);
    const lead = waiting[0];
    if (lead === undefined) return steps;
    const following = lead.places[lead.next + 1] ?? Infinity;
    const limit = following < lead.places[lead.next]! ? Infinity : following;
    const taking = waiting.filter((one) => one === lead || one.places[one.next]! < limit);
    steps.push({ kind: 'add', adds: taking.map(({ into, terms, next }) => ({ into, term: terms[next]! })) });
    for (const one of taking) one.next++;
  }
}

/**
 * How a kernel with this order can be watched: along K, accumulators that lie across each other side by side, one term
 * each per step, the others one after another, and each join as soon as both its sums are there.
 */
export function animationOf(order: Order): Animation {
  const parts = accumulatorsOf(order);
  const groups = sideBySide(parts);
  const rank = new Int32Array(parts.accumulators.length);
  groups.flat().forEach((index, place) => (rank[index] = place));
  const steps: AnimationStep[] = [];
  const owner = new Int32Array(order.products);
  const when = new Int32Array(order.products);
  const joinedAt = new Int32Array(parts.joins.length);
  const filled = new Set<number>();
  let join = 0;
  const put = (k: number, into: number): void => {
    owner[k] = into;
    when[k] = steps.length;
  };
  for (const group of groups) {
    for (const step of fillGroup(parts, group)) {
      if (step.kind === 'add') for (const { into, term } of step.adds) for (const k of term) put(k, into);
      steps.push(step);
    }
    for (const index of group) filled.add(index);
    for (; join < parts.joins.length; join++) {
      const next = parts.joins[join]!;
      if (!filled.has(next.into) || (next.kind === 'merge' && !filled.has(next.from))) break;
      for (const product of next.kind === 'late' && next.products.length > 0 ? next.products : [null]) {
        if (product !== null) put(product, next.into);
        steps.push({ kind: 'join', join, product });
      }
      joinedAt[join] = steps.length - 1;
    }
  }
  return { ...parts, steps, groups, rank, owner, when, joinedAt };
}
