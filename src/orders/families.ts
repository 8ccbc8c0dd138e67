import type { Order } from './order';
import { OrderBuilder } from './order-builder';
import { permutation } from './permutation';

/** Trees made from parameters. `TreeStyle` says whether products are fused and where the bias joins. */
export type FamilySpec =
  /** ((0 + 1) + 2) + … */
  | { readonly name: 'sequential' }
  /** The same from the last product down. */
  | { readonly name: 'reverse' }
  /** Halves summed separately, down to runs of at most `base` products (Higham 2002, §4.1). */
  | { readonly name: 'pairwise'; readonly base: number }
  /** Lane i adds up the products i, i + L, i + 2L, …; then the lanes are added, in order or by halves. */
  | { readonly name: 'lanes'; readonly lanes: number; readonly combine: 'in-order' | 'pairwise' }
  /** Blocks of `size` products, each summed separately, the sums joined in order (a gemm's blocks along K). */
  | { readonly name: 'blocked'; readonly size: number }
  /** `parts` contiguous stretches of nearly equal length, one per thread (split-K), joined in order. */
  | { readonly name: 'split'; readonly parts: number }
  /** A random order, fixed by the seed, added one by one. */
  | { readonly name: 'shuffled'; readonly seed: number };

export type FamilyName = FamilySpec['name'];

/** Where the bias joins: not at all, before the first product, after the last, or after the first block or lane. */
export type BiasPlace = 'none' | 'first' | 'last' | 'after-first-block';

export interface TreeStyle {
  /** Products join by fused multiply-adds instead of being rounded first. */
  readonly fused: boolean;
  readonly bias: BiasPlace;
}

/** A stretch of products that are added one by one. */
interface Run {
  readonly first: number;
  readonly step: number;
  readonly count: number;
}

function range(from: number, to: number, size: number): Run[] {
  const runs: Run[] = [];
  for (let first = from; first < to; first += size) runs.push({ first, step: 1, count: Math.min(size, to - first) });
  return runs;
}

/** The blocks or lanes that a family cuts K products into, none of them empty. */
function pieces(spec: FamilySpec, K: number): Run[] {
  switch (spec.name) {
    case 'reverse':
      return [{ first: K - 1, step: -1, count: K }];
    case 'lanes':
      return Array.from({ length: Math.min(spec.lanes, K) }, (_, lane) => ({
        first: lane,
        step: spec.lanes,
        count: Math.ceil((K - lane) / spec.lanes),
      }));
    case 'blocked':
      return range(0, K, spec.size);
    case 'split':
      return Array.from({ length: Math.min(spec.parts, K) }, (_, part, parts = Math.min(spec.parts, K)) => {
        const first = Math.floor((part * K) / parts);
        return { first, step: 1, count: Math.floor(((part + 1) * K) / parts) - first };
      });
    default:
      return [{ first: 0, step: 1, count: K }];
  }
}

/**
 * Joins items 0 … items−1 by halves, the left half never shorter than the right, until at most `base` are left;
 * `emit` writes such a stretch as terms of the open sum. No recursion.
 */
function byHalves(builder: OrderBuilder, items: number, base: number, emit: (from: number, to: number) => void): void {
  const work: ({ from: number; to: number } | 'open' | 'close')[] = [{ from: 0, to: items }];
  for (let task = work.pop(); task !== undefined; task = work.pop()) {
    if (task === 'open') builder.open();
    else if (task === 'close') builder.close();
    else if (task.to - task.from <= base) emit(task.from, task.to);
    else {
      const middle = task.from + Math.ceil((task.to - task.from) / 2);
      work.push('close', { from: middle, to: task.to }, 'open', { from: task.from, to: middle });
    }
  }
}

/**
 * The tree of a family for K products.
 *
 * Bias `first` starts the accumulator that takes the first product; `after-first-block` joins that accumulator at the
 * end of its run, which is the same as `last` if there is only one run.
 *
 * @param K number of products, at least 1
 */
export function makeFamily(spec: FamilySpec, K: number, style: TreeStyle): Order {
  const builder = new OrderBuilder();
  const { fused, bias } = style;
  if (bias === 'first') builder.bias();
  const endOfFirstBlock = (isFirst: boolean): void => {
    if (isFirst && bias === 'after-first-block') builder.bias();
  };
  if (spec.name === 'pairwise') {
    byHalves(builder, K, spec.base, (from, to) => {
      builder.run(from, 1, to - from, fused);
      endOfFirstBlock(from === 0);
    });
  } else if (spec.name === 'shuffled') {
    for (const k of permutation(K, spec.seed)) builder.product(k, fused);
    endOfFirstBlock(true);
  } else {
    const runs = pieces(spec, K);
    const emit = (piece: number): void => {
      const run = runs[piece]!;
      if (piece > 0) builder.open();
      builder.run(run.first, run.step, run.count, fused);
      endOfFirstBlock(piece === 0);
      if (piece > 0) builder.close();
    };
    if (spec.name === 'lanes' && spec.combine === 'pairwise') byHalves(builder, runs.length, 1, emit);
    else runs.forEach((_, piece) => emit(piece));
  }
  if (bias === 'last') builder.bias();
  return builder.finish();
}
