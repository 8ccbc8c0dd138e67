/**
 * Limits that keep a reader's browser alive. Settings, controls, recordings and experiments all use this table.
 */
export const LIMITS = {
  /** K and N of a layer. */
  features: 4096,
  /** Rows of a call. */
  batch: 1024,
  /** Batch sizes of one sweep. */
  batches: 64,
  /** Products in one sum, as a power of two: in growth curves, and in orders that belong to no layer. */
  sumExponent: 20,
  /** Condition number: above it a float32 weight could no longer hold the last correction next to weights of about 1. */
  condition: 1e30,
  /** Growth curves in one plot. */
  curves: 8,
  /** Dot products per point of a growth curve; with fewer than `leastTrials`, quantiles would mean little. */
  trials: 1024,
  leastTrials: 8,
  /** Products x·w of one experiment, references included. */
  products: 2e9,
  /**
   * Products of a recording's replay, where an order runs whole every strip of 64 outputs that it has outputs in, and a product
   * in a group counts as several (`GROUP_COST`). Ten times
   * what 4096 → 4096 takes at batches 1, 2, 4 … 1024, so that libraries with several orders fit. For these, WebAssembly takes
   * about five minutes, JavaScript a quarter of an hour; readers see how far it is, and can stop it.
   */
  replayProducts: 4e11,
  /** A recording's file. */
  recordingBytes: 96 * 2 ** 20,
} as const;

/**
 * Limits on what readers paste or drop; anything larger is refused with a sentence. A number takes about a hundred bytes
 * while it is read from text, eight from a file. Text is read on the page's own thread, and a million characters take about
 * 0.3 s.
 */
export const PASTED_LIMITS = { characters: 1e6, bytes: 34 * 2 ** 20, numbers: 2 ** 22, depth: 16, results: 99, found: 1000 } as const;
