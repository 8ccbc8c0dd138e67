import { ADDERS } from '../numerics/adders';
import type { Dtype } from '../numerics/dtypes';
import type { FactorFormat } from '../numerics/formats';
import type { AdderName } from '../numerics/group-sizes';
import { stepRoundoff } from '../numerics/multi-term-add';
import { makeFamily } from '../orders/families';
import { gamma, height } from '../orders/height';
import { greatestHeight, isShort } from './sum-roundoff';

/** Tensor cores with float32 accumulators, and the factors that they take. */
export interface TensorCore {
  readonly adder: Extract<AdderName, 'v100' | 'a100' | 'h100'>;
  readonly factors: Extract<FactorFormat, 'bfloat16' | 'float16' | 'tf32'>;
}

/** The most by which two sums on one kind of tensor core can differ, relative to Σ|x·w|. */
export interface TensorCoreBound extends TensorCore {
  readonly bound: number;
}

/**
 * h of a sum of K products and a bias on this tensor core, in units of 2⁻²⁴: of one chain of full steps, with the bias at the end.
 * A step of m products counts `stepRoundoff`, an addition 1. Stretches of K that float32 additions join have no greater h, as long
 * as each is a full step or more.
 */
export function tensorCoreHeight({ adder, factors }: TensorCore, products: number): number {
  const chain = makeFamily({ name: 'sequential', adder }, products, { fused: false, bias: 'last', factors });
  return height(chain, (count) => stepRoundoff(ADDERS[adder], count));
}

/**
 * 2·γ_h: no two sums of K products on this tensor core differ by more, relative to Σ|x·w| (+ |b|), barring underflow and
 * overflow. Each step loses at most what it counts of the magnitudes that go into it, so errors grow as in Higham 2002,
 * lemma 3.1. Exact sums of the factors as the tensor core reads them: what is lost when float32 is read as TF32 comes on top.
 */
export function tensorCoreBound(core: TensorCore, products: number): number {
  return 2 * gamma(tensorCoreHeight(core, products));
}

/** One of each generation that differs in its sums, coarsest first. Ada adds as Ampere, Blackwell as Hopper. */
const TENSOR_CORES: readonly TensorCore[] = [
  { adder: 'v100', factors: 'float16' },
  { adder: 'a100', factors: 'tf32' },
  { adder: 'a100', factors: 'float16' },
  { adder: 'a100', factors: 'bfloat16' },
  { adder: 'h100', factors: 'tf32' },
  { adder: 'h100', factors: 'float16' },
  { adder: 'h100', factors: 'bfloat16' },
];

/** The widest and the narrowest of the bounds where results of this type may come from tensor cores; null where none do. */
export function tensorCoreBounds(dtype: Dtype, products: number): readonly [widest: TensorCoreBound, narrowest: TensorCoreBound] | null {
  if (dtype === 'float64') return null;
  const bounds = TENSOR_CORES.filter(({ factors }) => dtype === 'float32' || factors === dtype)
    .map((core) => ({ ...core, bound: tensorCoreBound(core, products) }))
    .sort((a, b) => b.bound - a.bound);
  return [bounds[0]!, bounds.at(-1)!];
}

/**
 * h of any sum of K products and a bias that a result of this type may come from, as a whole number of units of `sumRoundoff`: in
 * any order of additions and, for results in a short type, also on the tensor cores that take its factors, in float32 accumulators.
 */
export function certainHeight(dtype: Dtype, products: number): number {
  const cores = isShort(dtype) ? TENSOR_CORES.filter(({ factors }) => factors === dtype) : [];
  return Math.ceil(Math.max(greatestHeight(products), ...cores.map((core) => tensorCoreHeight(core, products))));
}
