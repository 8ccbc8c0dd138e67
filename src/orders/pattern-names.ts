/** The names of `PATTERNS`, in its sequence; a list of its own, for links are read before any pattern is needed. */
export const PATTERN_NAMES = ['mkl-2020.4', 'pytorch-2.13', 'openblas-0.3.21'] as const;

export type PatternName = (typeof PATTERN_NAMES)[number];

/** The least K of a pattern. */
export const LEAST_PRODUCTS = 16;
