import type { ValueGrain } from './value-grain';

/** Σ|x·w| of each output: from x and W, or guessed from the outputs, which is never certain. */
export interface Scale {
  readonly kind: 'exact' | 'estimated';
  readonly absSum: Float64Array;
}

/** Where two results stand to what an order of addition can do. */
export type Finding =
  /** Equal to the bit. */
  | 'equal'
  /** Equal but for the sign of zeros: `torch.equal` says yes, the bits say no. */
  | 'zeros'
  /** Recorded orders or families give these very bits (`explained-finding.ts`). */
  | 'explained'
  /** Every difference, and their root mean square, are of the size that orders make. */
  | 'normal'
  /** More than orders usually make; with x and W, less than they could. */
  | 'between'
  /** Above 2·γ_h·Σ|x·w|, which no two orders of K products reach; or different although there is but one order. */
  | 'beyond'
  /** One side is NaN or infinite where the other isn't, or they are infinite with different signs. */
  | 'nonfinite'
  /** The printouts are rounded more coarsely than the differences that are normal. */
  | 'digits'
  /** K is not known. */
  | 'no-products'
  /** What was given can't decide it: x and W would. */
  | 'no-scale'
  /** Nothing to compare. `judgeDifference` returns it for no numbers only. */
  | 'none';

/** Limits of some outputs. */
export interface UsualLimits {
  /** Indices into rows × N, ascending. */
  readonly outputs: Int32Array;
  /** One for each of them, absolute. */
  readonly limits: Float64Array;
}

/** A largest value and the element that has it; −1 where there is none. */
export interface Largest {
  readonly value: number;
  readonly index: number;
  readonly median: number;
}

/**
 * What a finding goes by. `sigma`: x and W, the rounding errors of a few orders of these numbers. `outputs`: the two results
 * alone. `one-order`: a single product and no bias. `exact`: no order rounds anything on these numbers.
 */
export type JudgingRule = 'sigma' | 'outputs' | 'one-order' | 'exact';

/** Inputs in a short format on one side can make differences up to this share of Σ|x·w|. */
export interface ShortInputSuspect {
  readonly format: 'tf32' | 'float16' | 'bfloat16';
  /** Both factors of each product rounded to the nearest: 2u of the format. Cut (as some TF32 units do): twice that. */
  readonly nearest: number;
  readonly cut: number;
}

export interface Judgement {
  readonly finding: Finding;
  /** Null where no rule was needed or none can be used. */
  readonly rule: JudgingRule | null;
  /** Elements whose numbers differ by more than rounding one of the printouts does. */
  readonly differing: number;
  readonly of: number;
  /** Elements that are 0 on both sides, with different signs. */
  readonly signedZeros: number;
  readonly absolute: Largest;
  /** In steps of the pair's type. */
  readonly ulp: Largest;
  /** Relative to Σ|x·w|; null without a scale. */
  readonly relative: Largest | null;
  readonly scale: Scale | null;
  /**
   * Of the element that comes nearest to its limit or passes it by most: its index, the most that two orders usually differ by there
   * (the limit of `normal`), and 2·γ_h·Σ|x·w| (the limit of `beyond`). −1 and null without a rule; `most` is null without x and W.
   */
  readonly worst: number;
  readonly typical: number | null;
  readonly most: number | null;
  /** The largest limits at any output, what a short type's last rounding adds left out; null without a rule. */
  readonly limits: { readonly typical: number; readonly most: number | null } | null;
  /** With x and W: the most that two orders usually differ by at each output that was looked at, what a short type's last rounding adds left out; else null. */
  readonly usual: UsualLimits | null;
  /** `most` is a theorem: x and W are given, and no product underflows. */
  readonly isTheorem: boolean;
  /**
   * The difference as a multiple of what two orders usually make: that of the output which comes nearest to its limit, or passes it by
   * most; where none passes its limit, but all together pass theirs, that of all. Above 1 it is not `normal`. Null without a rule, or where no order rounds anything.
   */
  readonly share: { readonly value: number; readonly of: 'output' | 'all' } | null;
  /** Root mean square of the differences, each relative to what orders make there, and the most that is normal; null without a rule. */
  readonly spread: { readonly value: number; readonly limit: number } | null;
  /** Short types: elements that differ by a step or more, and how many that are normal; null for others. */
  readonly flips: { readonly value: number; readonly limit: number } | null;
  /** The largest slack of the printouts, 0 if they show enough. */
  readonly slack: number;
  /** From about how many products on the difference would be normal; for a reader who doesn't know K. */
  readonly normalFrom: number | null;
  /** The least Σ|x·w| with which an order could make the largest difference: |d| / 2γ_h. Null without K. */
  readonly neededAbsSum: number | null;
  /** What the last bits of the two results betray, where they are float32 and shown to the last bit; null otherwise. */
  readonly grains: { readonly actual: ValueGrain; readonly expected: ValueGrain } | null;
  /** One side holds numbers of a short format only and the other doesn't: it was rounded to it, or added up in it. */
  readonly rounded: { readonly side: 'actual' | 'expected'; readonly format: 'bfloat16' | 'float16' | 'tf32' } | null;
  /** Formats whose rounding of the inputs reaches the largest difference, the finest first; none where orders suffice. */
  readonly suspects: readonly ShortInputSuspect[];
}
