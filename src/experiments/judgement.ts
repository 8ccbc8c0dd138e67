import type { TensorCoreBound } from './tensor-core-bound';
import type { ValueGrain } from './value-grain';

/** Σ|x·w| of each output: computed from x and W, or estimated from the outputs, which is never certain. */
export interface Scale {
  readonly kind: 'exact' | 'estimated';
  readonly absSum: Float64Array;
}

/** How a difference of two results compares with what the order of addition can do. */
export type Finding =
  /** Equal to the bit. */
  | 'equal'
  /** Equal except for the sign of zeros: `torch.equal` says yes, the bits say no. */
  | 'zeros'
  /** Recorded orders or families give exactly these bits (`explained.ts`). */
  | 'explained'
  /** Every difference, and their root mean square, is of the size that orders make. */
  | 'normal'
  /** More than orders usually make; with x and W, less than they could. */
  | 'between'
  /** Above 2·γ_h·Σ|x·w|, which no two orders of K products exceed; or different although there is only one order. */
  | 'beyond'
  /** One side is NaN or infinite and the other isn't, or they are infinite with different signs. */
  | 'nonfinite'
  /** The printouts are rounded too coarsely to show differences of the normal size. */
  | 'digits'
  /** K is not known. */
  | 'no-products'
  /** The given data can't decide it: x and W would. */
  | 'no-scale'
  /** Nothing to compare. `judgeDifference` returns it only if there are no numbers. */
  | 'none';

/** Limits of some outputs. */
export interface UsualLimits {
  /** Indices into rows × N, ascending. */
  readonly outputs: Int32Array;
  /** An absolute limit for each of them. */
  readonly limits: Float64Array;
}

/** A largest value and its element; −1 if there is none. */
export interface Largest {
  readonly value: number;
  readonly index: number;
  readonly median: number;
}

/**
 * The basis of a finding. `sigma`: x and W, and the rounding errors of a few orders on these numbers. `outputs`: the two
 * results alone. `one-order`: a single product and no bias. `exact`: no order rounds anything on these numbers.
 */
export type JudgingRule = 'sigma' | 'outputs' | 'one-order' | 'exact';

/** Inputs in a short format on one side can cause differences up to this share of Σ|x·w|. */
export interface ShortInputSuspect {
  readonly format: 'tf32' | 'float16' | 'bfloat16';
  /** With both factors of each product rounded to nearest: 2u of the format. Truncated (as in some TF32 units): twice that. */
  readonly nearest: number;
  readonly cut: number;
}

export interface Judgement {
  readonly finding: Finding;
  /** Null if no rule was needed, or none applies. */
  readonly rule: JudgingRule | null;
  /** Elements that differ by more than the rounding of one of the printouts. */
  readonly differing: number;
  readonly of: number;
  /** Elements that are zeros of opposite sign. */
  readonly signedZeros: number;
  readonly absolute: Largest;
  /** In ulps of the pair's type. */
  readonly ulp: Largest;
  /** Relative to Σ|x·w|; null without a scale. */
  readonly relative: Largest | null;
  readonly scale: Scale | null;
  /**
   * The element nearest to its limit, or furthest past it: its index, the most by which two orders usually differ there (the
   * limit of `normal`), and 2·γ_h·Σ|x·w| (the limit of `beyond`). −1 and null without a rule; `most` is null without x and W.
   */
  readonly worst: number;
  readonly typical: number | null;
  readonly most: number | null;
  /** The largest limits at any output, excluding a short type's final rounding; null without a rule. */
  readonly limits: { readonly typical: number; readonly most: number | null } | null;
  /** With x and W: the most by which two orders usually differ at each output tested, excluding a short type's final rounding; otherwise null. */
  readonly usual: UsualLimits | null;
  /** `most` is a theorem: x and W are given, and no product underflows. */
  readonly isTheorem: boolean;
  /**
   * The difference as a multiple of what two orders usually make: at the output nearest to its limit, or furthest past it; or
   * of all outputs together, if they exceed their limit but none does alone. Above 1 it is not `normal`. Null without a rule,
   * or if no order rounds anything.
   */
  readonly share: { readonly value: number; readonly of: 'output' | 'all' } | null;
  /** Root mean square of the differences, each relative to what orders make there, and its limit for `normal`; null without a rule. */
  readonly spread: { readonly value: number; readonly limit: number } | null;
  /** Short types: how many elements differ by an ulp or more, and the limit for `normal`; null for other types. */
  readonly flips: { readonly value: number; readonly limit: number } | null;
  /** The largest slack of the printouts; 0 if they show enough digits. */
  readonly slack: number;
  /** About how many products it takes for the difference to be normal; for a reader who doesn't know K. */
  readonly normalFrom: number | null;
  /** The least Σ|x·w| for which orders could make the largest difference: |d| / 2γ_h. Null without K. */
  readonly neededAbsSum: number | null;
  /** What the last bits of the two results reveal, if they are float32 and shown to the last bit; otherwise null. */
  readonly grains: { readonly actual: ValueGrain; readonly expected: ValueGrain } | null;
  /** One side holds only numbers of a short format and the other doesn't: it was rounded to that format, or summed in it. */
  readonly rounded: { readonly side: 'actual' | 'expected'; readonly format: 'bfloat16' | 'float16' | 'tf32' } | null;
  /** Formats whose rounding of the inputs could explain the largest difference, the finest first; none if orders suffice. */
  readonly suspects: readonly ShortInputSuspect[];
  /**
   * By how much two sums on tensor cores can differ, relative to Σ|x·w|, if that could explain the largest difference, a short
   * type's final rounding aside; null if it can't, or if orders suffice.
   */
  readonly tensorCores: { readonly widest: TensorCoreBound; readonly narrowest: TensorCoreBound } | null;
}
