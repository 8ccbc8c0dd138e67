import type { Dtype } from '../numerics/dtypes';
import { guessedDtype, LONG_FOR_SHORT } from './guessed-dtype';
import type { PastedArray } from './pasted-array';
import { digitsOf } from './printed-digits';
import type { Writer } from './printed-digits';
import type { NumberToken } from './text-reader';

/**
 * Numbers in a text that may be a result. `rank` says how likely: `whole` numbers are often counts, `code` was typed, `prose`
 * is a number in a sentence.
 */
export interface Found {
  readonly array: PastedArray;
  readonly at: number;
  readonly rank: 'printed' | 'whole' | 'code' | 'prose';
  readonly form: 'brackets' | 'lines' | 'single';
  /** The key or words right before it; '' if these are still to be found. */
  readonly label: string;
}

export interface Layout {
  readonly shape: readonly number[] | null;
  readonly heads?: readonly (number | null)[];
  readonly of?: readonly number[] | null;
  readonly dtype?: Dtype | null;
  readonly writer?: Writer;
  /** A factor for all numbers: “e-02”. */
  readonly scale?: string;
}

/** An array of numbers as written. */
export function arrayOf(numbers: readonly NumberToken[], { shape, heads = [], of = null, dtype = null, writer = 'any', scale = '' }: Layout): PastedArray {
  const values = Float64Array.from(numbers, ({ text, value }) => (scale !== '' && Number.isFinite(value) && !/e/i.test(text) ? Number(text + scale) : value));
  const finite = numbers.filter(({ value }) => Number.isFinite(value)).map(({ text }) => text);
  const plain = { values, shape, dtype, digits: digitsOf(finite, writer, scale === '' ? 0 : Number(scale.slice(1))) };
  const array = heads.some((head) => head !== null) ? { ...plain, cut: { heads, of } } : plain;
  return finite.some(({ length }) => length >= LONG_FOR_SHORT) ? guessedDtype(array) : array;
}

/** Whether a number is written like a float rather than a count. */
export function isFloatLike({ text }: NumberToken): boolean {
  return /[.enf]/i.test(text);
}
