import type { DifferenceFigures } from '../experiments/judge-figures';
import type { ParseError } from '../lib/result';
import type { LayerData } from '../linear/layer';
import type { PastedArray, PastedArrays } from '../pasted/pasted-array';
import type { Several } from '../pasted/reading';

/** The places to paste into: two results, and x, W and b behind them. */
export type BoxName = 'first' | 'second' | 'x' | 'weight' | 'bias';

/** The content of one of them. */
export interface Box {
  readonly text: string;
  /** Name of content not shown as text: a file, or a text too long to edit. */
  readonly held: string | null;
  readonly arrays: PastedArrays | null;
  /** A difference, or the figures of an assertion, whose results are not there. */
  readonly alone: DifferenceFigures | null;
  /** More than two results, of which the reader chooses two. */
  readonly several: Several | null;
  /** What was read, in a sentence, and what was left out, in a sentence each. */
  readonly took: string | null;
  readonly leftOut: readonly string[];
  readonly problem: ParseError | null;
}

/** Two results that can be compared, and x, W and b where they are given. */
export interface Comparable {
  readonly pair: readonly [PastedArray, PastedArray];
  readonly x: PastedArray | undefined;
  readonly weight: PastedArray | undefined;
  readonly bias: PastedArray | undefined;
}

/** Results of a layer whose numbers are known. */
export interface KnownResults {
  readonly layer: LayerData;
  /** Each rows × N, in float32. */
  readonly results: readonly Float32Array[];
}

/** What the reader has pasted or dropped and the figure's settings do not hold: files, long texts, x and W. */
export type Pasted = { readonly [B in BoxName]?: Box } & {
  /** The two results as the settings hold them, if these are still an example's, and so is K. A link may have set others since. */
  readonly ofExample?: readonly [first: string, second: string];
};

export const NOTHING_PASTED: Pasted = {};
