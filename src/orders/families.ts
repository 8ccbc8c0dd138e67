import type { AdderName } from '../numerics/group-sizes';
import { GROUP_SIZES, productsPerStep } from '../numerics/group-sizes';
import type { FactorFormat } from '../numerics/formats';
import type { Order } from './order';
import { OrderBuilder } from './order-builder';
import { permutation } from './permutation';

/**
 * What adds up a stretch of products, of families whose products follow each other along K: ordinary additions, one by one,
 * or an adder, in groups as large as it takes, one after the other. The sums of stretches are joined by ordinary additions.
 */
interface OnAdder {
  readonly adder?: AdderName;
}

/** Trees made from parameters. `TreeStyle` says whether products are fused and where the bias joins. */
export type FamilySpec =
  /** ((0 + 1) + 2) + …; on an adder, one chain of groups: a tile of a GPU's matrix product. */
  | ({ readonly name: 'sequential' } & OnAdder)
  /** The same from the last product down. */
  | { readonly name: 'reverse' }
  /** Halves summed separately, down to runs of at most `base` products (Higham 2002, §4.1). */
  | { readonly name: 'pairwise'; readonly base: number }
  /** Lane i adds up the products i, i + L, i + 2L, …; then the lanes are added, in order or by halves. */
  | { readonly name: 'lanes'; readonly lanes: number; readonly combine: 'in-order' | 'pairwise' }
  /**
   * Blocks of `size` products, each summed separately, the sums joined in order (a gemm's blocks along K). On an adder: partial
   * sums promoted to a float32 accumulator, as DeepSeek-V3 does it with float8 every 128 products (arXiv 2412.19437, §3.3.2).
   */
  | ({ readonly name: 'blocked'; readonly size: number } & OnAdder)
  /** `parts` contiguous stretches of nearly equal length, one per thread (split-K), joined in order. */
  | ({ readonly name: 'split'; readonly parts: number } & OnAdder)
  /** A random order, fixed by the seed, added one by one. */
  | { readonly name: 'shuffled'; readonly seed: number };

export type FamilyName = FamilySpec['name'];

/** Where the bias joins: not at all, before the first product, after the last, or after the first block or lane. */
export type BiasPlace = 'none' | 'first' | 'last' | 'after-first-block';

export interface TreeStyle {
  /** Products join by fused multiply-adds instead of being rounded first. */
  readonly fused: boolean;
  readonly bias: BiasPlace;
  /** The format of the factors that an adder takes; TF32 if left out, which is what it makes of float32. */
  readonly factors?: FactorFormat;
}

/** The products in each group; if the adder does not take the format, as many as it takes of another. */
function groupSize(adder: AdderName, factors: FactorFormat): number {
  return productsPerStep(adder, factors) ?? Math.max(...Object.values(GROUP_SIZES[adder]));
}

/** A stretch of products that follow one another. */
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
 * end of its run, which is the same as `last` if there is only one run. On an adder it joins by an ordinary addition, too, but
 * for `first`, which makes it the first group's accumulator. An adder knows no fused products: it never rounds one.
 *
 * @param K number of products, at least 1
 */
export function makeFamily(spec: FamilySpec, K: number, style: TreeStyle): Order {
  const { fused, bias, factors = 'tf32' } = style;
  const adder = ('adder' in spec ? spec.adder : null) ?? null;
  const builder = new OrderBuilder(adder);
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
      if (adder === null) builder.run(run.first, run.step, run.count, fused);
      else builder.groups(run.first, run.step, run.count, groupSize(adder, factors));
      endOfFirstBlock(piece === 0);
      if (piece > 0) builder.close();
    };
    if (spec.name === 'lanes' && spec.combine === 'pairwise') byHalves(builder, runs.length, 1, emit);
    else runs.forEach((_, piece) => emit(piece));
  }
  if (bias === 'last') builder.bias();
  return builder.finish();
}
