import { typedText } from '../../lib/float32-text';
import type { ParseError, Result } from '../../lib/result';
import { fail, ok } from '../../lib/result';
import { bitsOf } from '../../numerics/float32';
import { roundToFloat16 } from '../../numerics/formats';
import { parseFloat32 } from '../../numerics/parse-float32';
import type { Factors } from '../../share/special-settings';

/** Exponents of the normal numbers of float16. */
const LEAST = -14;
const MOST = 15;

/** Sizes that a term can be given: the exponents of products of two such numbers. */
export const SIZES = { min: 2 * LEAST, max: 2 * MOST } as const;

/** The exponent of the leading bit of a float32 that is normal and not zero. */
function sizeOfNumber(x: number): number {
  return ((bitsOf(x) >>> 23) & 0xff) - 127;
}

/** The exponent that a term has or, if a factor is subnormal, would have normalised; null for zero. */
export function sizeOf(term: number | Factors): number | null {
  const factors = typeof term === 'number' ? [term] : term;
  return factors.some((factor) => factor === 0) ? null : factors.reduce((size, factor) => size + sizeOfNumber(factor), 0);
}

const within = (size: number, least: number, most: number): number => Math.min(most, Math.max(least, size));

/** The term at another size; its bits stay. Zero stays zero. */
export function resized(term: number, to: number): number;
export function resized(term: Factors, to: number): Factors;
export function resized(term: number | Factors, to: number): number | Factors {
  const now = sizeOf(term);
  if (now === null) return term;
  const size = within(to, SIZES.min, SIZES.max);
  if (typeof term === 'number') return term * 2 ** (size - now);
  const [a, b] = term;
  // The first factor moves; the second takes what is beyond its reach.
  const first = within(size - sizeOfNumber(b), LEAST, MOST);
  return [a * 2 ** (first - sizeOfNumber(a)), b * 2 ** (size - first - sizeOfNumber(b))];
}

/** A product as it is typed: one number if that is taken apart into these factors, or else both. */
export function factorsText([a, b]: Factors): string {
  const apart = takenApart(a * b);
  return Object.is(apart[0], a) && apart[1] === b ? typedText(a * b) : `${typedText(a)} × ${typedText(b)}`;
}

/** Two factors, or a product that is taken apart, rounded to float16. */
export function readFactors(text: string): Result<Factors, ParseError> {
  const parts = text.split(/[x×*·]/);
  if (parts.length > 2) return fail({ message: 'A product has two factors, such as 0.5 × 3.' });
  const numbers: number[] = [];
  for (const part of parts) {
    const read = parseFloat32(part);
    if (!read.ok) return read;
    numbers.push(read.value);
  }
  const [first = 0, second] = numbers;
  const factors = second === undefined ? takenApart(first) : ([first, second] as const);
  const rounded = factors.map(roundToFloat16) as unknown as Factors;
  if (!rounded.every(Number.isFinite)) return fail({ message: second === undefined ? 'A product of two float16 is less than 2³².' : 'A float16 is less than 65,520.' });
  return ok(rounded);
}

/** A product whose second factor is 1 if the first is then a float16, or a power of two. */
function takenApart(product: number): Factors {
  if (product === 0 || !Number.isFinite(product) || roundToFloat16(product) === product) return [product, 1];
  const size = sizeOfNumber(product);
  const second = size - within(Math.ceil(size / 2), LEAST, MOST);
  return size > MOST || size < LEAST ? [product * 2 ** -second, 2 ** second] : [product, 1];
}
