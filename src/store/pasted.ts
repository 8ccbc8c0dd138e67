import type { ParseError } from '../lib/result';
import type { PastedArrays } from '../pasted/parse-printout';
import type { PastedArray } from '../pasted/pasted-array';

/** The places to paste into: two results, and x and W behind them. */
export type BoxName = 'first' | 'second' | 'x' | 'weight';

/** What one of them holds. */
export interface Box {
  readonly text: string;
  /** Name of what is held without being shown as text: a file, or a text too long to edit. */
  readonly held: string | null;
  readonly arrays: PastedArrays | null;
  readonly problem: ParseError | null;
}

/** Two results that can be compared, and x and W where they are given. */
export interface Comparable {
  readonly pair: readonly [PastedArray, PastedArray];
  readonly x: PastedArray | undefined;
  readonly weight: PastedArray | undefined;
}

/** What the reader has pasted or dropped, beyond what the figure's settings hold. */
export interface Pasted {
  /** Files, long texts, x and W. */
  readonly boxes: { readonly [B in BoxName]?: Box };
  /** What was compared last; it stays on the screen while what is typed can't be. */
  readonly last: Comparable | null;
}

export const NOTHING_PASTED: Pasted = { boxes: {}, last: null };
