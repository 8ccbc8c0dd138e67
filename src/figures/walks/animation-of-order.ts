import type { Order } from '../../orders/order';
import type { Accumulators, Term } from './accumulators-of-order';
import { accumulatorsOf } from './accumulators-of-order';

/** One step of an animation: adds a term to each of some accumulators, or makes a join (one step per late product). */
export type AnimationStep = { readonly kind: 'add'; readonly adds: readonly { readonly into: number; readonly term: Term }[] } | { readonly kind: 'join'; readonly join: number; readonly product: number | null };

/** An order spread out in time. The tree says what is added to what; when is this figure's reading of it. */
export interface Animation extends Accumulators {
  readonly steps: readonly AnimationStep[];
  /** Accumulators that are filled side by side, sorted by where along K they begin. */
  readonly groups: readonly (readonly number[])[];
  /** For each accumulator, its place among all of them along K, from which it gets its shade. */
  readonly rank: Int32Array;
  /** For each product, its accumulator and (`when`) the step, from 0, that adds it. */
  readonly owner: Int32Array;
  readonly when: Int32Array;
  /** For each join, the step that completes it. */
  readonly joinedAt: Int32Array;
}

/** Groups the accumulators whose products overlap along K; those that follow one another are in separate groups. */
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

/** Each term's place along K; the bias has that of the term before it. */
function placesOf(terms: readonly Term[]): number[] {
  let place = -1;
  return terms.map((term) => (place = term.length === 0 ? place : Math.min(...term)));
}

/**
 * Fills a group's accumulators together, walking along K. Each step takes the first waiting term along K, which belongs
 * to `lead`, and every other accumulator's next term that lies before the following term of `lead`.
 */
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
 * Animates a kernel with this order. It walks along K: accumulators that overlap are filled side by side, one term each
 * per step, the others one after another; each join is made as soon as both of its sums are complete.
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
