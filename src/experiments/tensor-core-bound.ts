import { ADDERS } from '../numerics/adders';
import type { Dtype } from '../numerics/dtypes';
import type { FactorFormat } from '../numerics/formats';
import type { AdderName } from '../numerics/group-sizes';
import { stepRoundoff } from '../numerics/multi-term-add';
import { makeFamily } from '../orders/families';
import { gamma, height } from '../orders/height';

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
 * 2·γ_h: no two sums of K products on this tensor core differ by more, relative to Σ|x·w| (+ |b|), barring underflow and
 * overflow. h is that of one chain of full steps, or of stretches of K that float32 additions join, and a bias that joins at
 * the end: a step of m products counts `stepRoundoff`, an addition u. Each loses at most that much of the magnitudes that go
 * into it, so errors grow as in Higham 2002, lemma 3.1. Exact sums of the factors as the tensor core reads them: what is lost
 * when float32 is read as TF32 comes on top.
 */
export function tensorCoreBound({ adder, factors }: TensorCore, products: number): number {
  const chain = makeFamily({ name: 'sequential', adder }, products, { fused: false, bias: 'last', factors });
  return 2 * gamma(height(chain, (count) => stepRoundoff(ADDERS[adder], count)));
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
