/**
 * How much the page takes on, so that a reader's browser stays alive. Settings, controls, recordings and experiments all
 * go by this table.
 */
export const LIMITS = {
  /** K and N of a layer. */
  features: 4096,
  /** Rows of a call. */
  batch: 1024,
  /** Batch sizes of one sweep. */
  batches: 64,
  /** Products in one sum, as a power of two: those of growth curves, and of orders that belong to no layer. */
  sumExponent: 20,
  /** Growth curves in one plot. */
  curves: 8,
  /** Dot products for each point of a growth curve: quantiles of fewer than the least would say little. */
  trials: 1024,
  leastTrials: 8,
  /** Products x·w of one experiment, references included. */
  products: 2e9,
  /** A recording's file. */
  recordingBytes: 96 * 2 ** 20,
} as const;

/**
 * What readers paste or drop; beyond it, a sentence. A number read from text costs a hundred bytes on the way, one of a
 * file eight; a text of so many characters takes a second or two to read.
 */
export const PASTED_LIMITS = { characters: 8 * 2 ** 20, bytes: 34 * 2 ** 20, numbers: 2 ** 22, numbersInText: 2 ** 20, depth: 16, results: 99, found: 1000 } as const;
