import type { ExactBinary } from '../numerics/exact-binary';

/** A bit in the place of its weight: 3 stands for 2³. */
export interface WeighedBit {
  readonly weight: number;
  readonly bit: '0' | '1';
  /** Cut off. */
  readonly lost: boolean;
}

/** A number as its significant bits, highest first; none for 0. */
export interface BitLine {
  readonly negative: boolean;
  readonly bits: readonly WeighedBit[];
  /** The weight of the last bit before the binary point; null if none is drawn. */
  readonly point: number | null;
}

/** Terms on one grid of places, and what they add up to. */
export interface AlignedTerms {
  readonly terms: readonly BitLine[];
  /** E, the exponent of the largest term, and the weight of the last place that is kept; null if all are zero. */
  readonly kept: { readonly largest: number; readonly last: number } | null;
  /** The sum of what is kept, the result, and the sum of the terms as they are. */
  readonly sum: BitLine;
  readonly result: BitLine;
  readonly exact: BitLine;
}

/** Weights of the first and the last place of a grid. */
export interface Places {
  readonly top: number;
  readonly bottom: number;
}

/** Places that are drawn below the largest exponent: at least so many, so that every adder's cut is there, and at most. */
const LEAST_BELOW = 29;
const MOST_BELOW = 36;

/**
 * The significant bits of a number, from its first or `from`, whichever is higher, to its last that is set or `from`.
 *
 * @param from the exponent of its format, behind which the binary point stands; null for none
 * @param last the weight of the last place that is kept
 */
export function bitLine({ significand, exponent }: ExactBinary, from: number | null, last = -Infinity): BitLine {
  const negative = significand < 0n;
  const digits = (negative ? -significand : significand).toString(2);
  if (significand === 0n) return { negative, bits: [], point: null };
  const first = exponent + digits.length - 1;
  const lowest = first - digits.lastIndexOf('1');
  const bits: WeighedBit[] = [];
  for (let weight = Math.max(first, from ?? first); weight >= Math.min(lowest, from ?? lowest); weight--) {
    bits.push({ weight, bit: digits[first - weight] === '1' ? '1' : '0', lost: weight < last });
  }
  return { negative, bits, point: from };
}

/** The bits of a line from its first 1 on, all and those kept. */
export function countBits({ bits }: BitLine): { readonly all: number; readonly kept: number } {
  const significant = bits.slice(Math.max(0, bits.findIndex(({ bit }) => bit === '1')));
  return { all: significant.length, kept: significant.filter(({ lost }) => !lost).length };
}

/** The places to draw: all that have a bit, but not those far below the largest exponent. */
export function placesOf({ terms, kept, sum, result, exact }: AlignedTerms): Places {
  const largest = kept?.largest ?? 0;
  const weights = [...terms, sum, result, exact].flatMap(({ bits }) => bits.map(({ weight }) => weight));
  return { top: Math.max(largest, ...weights), bottom: Math.max(largest - MOST_BELOW, Math.min(largest - LEAST_BELOW, ...weights)) };
}
