import type { FactorFormat } from './formats';
import type { AdderName, GroupSizes } from './group-sizes';
import { GROUP_SIZES } from './group-sizes';

/**
 * How a tensor core adds: what `multiTermAdd` needs to know of it.
 *
 * @see multiTermAdd for the steps that these numbers are about
 */
export interface Adder {
  /** F: every term is cut to a multiple of 2^(E − F), E being the exponent of the largest; 44 at most. */
  readonly fractionBits: number;
  /** The format of the accumulator and the result: float32, or float16, which is rounded to nearest. */
  readonly accumulator: 'float32' | 'float16';
  /** Fraction bits that a float32 result keeps; it is cut toward zero. */
  readonly resultBits: 23 | 13;
  /** Whether the accumulator is one term among others, or is added to their sum by an ordinary float32 addition. */
  readonly joins: 'as a term' | 'afterwards';
  /** n: the products that one step takes, by the format of their factors; formats that it does not take are missing. */
  readonly groupSizes: GroupSizes;
  /** The GPUs, for people. */
  readonly gpus: string;
}

const FLOAT32 = { accumulator: 'float32', resultBits: 23, joins: 'as a term' } as const;
const FLOAT16 = { ...FLOAT32, accumulator: 'float16' } as const;

/**
 * The adders of NVIDIA's tensor cores, by name. Those of one GPU differ by the format of the factors and of the
 * accumulator: `a100` has float32 accumulators, `a100-acc16` float16 ones, `h100-fp8` takes float8.
 *
 * Sources: Xie, Wang, Yang and Yang, "MMA-Sim: Bit-accurate reference model of tensor cores and matrix cores",
 * arXiv 2511.10909 (2025); Khattak and Mikaitis, "Accurate models of NVIDIA tensor cores", arXiv 2512.07004 (2025); the two
 * found the same numbers independently. `scripts/check-tensor-cores.ts` holds them against outputs of real GPUs.
 *
 * What those outputs leave open: n of TF32 on Hopper and Blackwell (they are 4 long); how float8 on Hopper takes an accumulator
 * that is not zero; F of `b200-fp8`, where 23 to 26 give the same outputs (published: 25).
 */
export const ADDERS = {
  v100: { ...FLOAT32, fractionBits: 23, groupSizes: GROUP_SIZES.v100, gpus: 'V100 (Volta)' },
  a100: { ...FLOAT32, fractionBits: 24, groupSizes: GROUP_SIZES.a100, gpus: 'A100, A2 (Ampere)' },
  ada: { ...FLOAT32, fractionBits: 24, groupSizes: GROUP_SIZES.ada, gpus: 'L40S, RTX 1000 (Ada)' },
  h100: { ...FLOAT32, fractionBits: 25, groupSizes: GROUP_SIZES.h100, gpus: 'H100, H200 (Hopper)' },
  b200: { ...FLOAT32, fractionBits: 25, groupSizes: GROUP_SIZES.b200, gpus: 'B200 (Blackwell)' },
  'ada-fp8': { ...FLOAT32, fractionBits: 13, resultBits: 13, groupSizes: GROUP_SIZES['ada-fp8'], gpus: 'L40S, RTX 1000 (Ada), float8' },
  'h100-fp8': { ...FLOAT32, fractionBits: 13, resultBits: 13, groupSizes: GROUP_SIZES['h100-fp8'], gpus: 'H100, H200 (Hopper), float8' },
  'b200-fp8': { ...FLOAT32, fractionBits: 25, joins: 'afterwards', groupSizes: GROUP_SIZES['b200-fp8'], gpus: 'B200 (Blackwell), float8' },
  'v100-acc16': { ...FLOAT16, fractionBits: 23, groupSizes: GROUP_SIZES['v100-acc16'], gpus: 'V100 (Volta), float16 accumulators' },
  'a100-acc16': { ...FLOAT16, fractionBits: 24, groupSizes: GROUP_SIZES['a100-acc16'], gpus: 'A100, A2 (Ampere), float16 accumulators' },
  'ada-acc16': { ...FLOAT16, fractionBits: 24, groupSizes: GROUP_SIZES['ada-acc16'], gpus: 'L40S, RTX 1000 (Ada), float16 accumulators' },
  'h100-acc16': { ...FLOAT16, fractionBits: 25, groupSizes: GROUP_SIZES['h100-acc16'], gpus: 'H100, H200 (Hopper), float16 accumulators' },
  'b200-acc16': { ...FLOAT16, fractionBits: 25, groupSizes: GROUP_SIZES['b200-acc16'], gpus: 'B200 (Blackwell), float16 accumulators' },
  'ada-fp8-acc16': { ...FLOAT16, fractionBits: 13, groupSizes: GROUP_SIZES['ada-fp8-acc16'], gpus: 'L40S, RTX 1000 (Ada), float8, float16 accumulators' },
} as const satisfies Readonly<Record<AdderName, Adder>>;

/** The exponent of a format's smallest normal number, which its subnormals share. */
export const LEAST_EXPONENTS: Readonly<Record<FactorFormat, number>> = { bfloat16: -126, float16: -14, tf32: -126, float8_e4m3: -6, float8_e5m2: -14 };
