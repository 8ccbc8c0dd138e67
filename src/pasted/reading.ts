import type { PastedArray } from './pasted-array';

/** One result that was found in a text. */
export interface PastedResult {
  readonly array: PastedArray;
  /** What stands before it: “ACTUAL”, “y1.sum()”, the line of code that printed it; '' if nothing does. */
  readonly label: string;
  /** Where it begins in the reader's text, in characters from 0, and in lines from 1. */
  readonly position: number;
  readonly line: number;
}

/** What an assertion says about its tensors. Null for what it doesn't say. */
export interface Figures {
  readonly mismatched: { readonly count: number | null; readonly of: number | null; readonly percent: number | null } | null;
  readonly absolute: Greatest | null;
  readonly relative: Greatest | null;
}

/** A greatest difference as it is stated, the place that has it, and the tolerance that it failed. */
export interface Greatest {
  readonly value: number;
  readonly index: readonly number[] | null;
  readonly allowed: number | null;
}

/** Something in the text that the reading doesn't use. */
export interface LeftOut {
  readonly sentence: string;
  readonly position: number;
}

interface Read {
  /** One sentence: how many numbers, of which shape and type, from which lines. */
  readonly took: string;
  readonly leftOut: readonly LeftOut[];
}

/** More than two results; `pairs` holds indices into them that can be compared, the likeliest first. */
export interface Several {
  readonly results: readonly PastedResult[];
  readonly pairs: readonly (readonly [number, number])[];
}

/** What a text amounts to that a reader pasted. */
export type Reading =
  /** A single result: the other one is still to come. */
  | (Read & { readonly kind: 'one'; readonly result: PastedResult })
  /** Two results to compare, the actual before the expected where the text says which is which. */
  | (Read & { readonly kind: 'pair'; readonly pair: readonly [PastedResult, PastedResult]; readonly figures: Figures | null })
  /** The reader chooses. */
  | (Read & Several & { readonly kind: 'several' })
  /** A difference alone, element by element, without the two results; `by` says what gives it away. */
  | (Read & { readonly kind: 'difference'; readonly result: PastedResult; readonly by: 'label' | 'digits' })
  /** The greatest differences alone, as an assertion or `(a - b).abs().max()` gives them. */
  | (Read & { readonly kind: 'figures'; readonly figures: Figures })
  /** No numbers to judge, and why. */
  | { readonly kind: 'nothing'; readonly message: string; readonly position?: number };
