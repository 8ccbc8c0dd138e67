import type { Dtype } from '../numerics/dtypes';
import { roundToDtype, spacingAt } from '../numerics/dtypes';

/** How far a printout goes: to the last bit, to so many places after the point, or to so many digits of each number. */
export type PrintedDigits =
  | { readonly kind: 'exact' }
  | { readonly kind: 'decimals'; readonly count: number }
  | { readonly kind: 'significant'; readonly count: number };

/** Who wrote the numbers: PyTorch to the same places each, MLX to six digits, NumPy a 16-bit type to the digits that it needs. */
export type Writer = 'tensor' | 'six' | 'shortest' | 'any';

/** The places after the point that NumPy prints at most, unless it was told otherwise. */
const NUMPY_PRECISION = 8;
/** Fewer digits than a float32 needs, in most of several numbers, were set by `precision`. */
const SET_PLACES = { least: 3, most: 6, numbers: 4 } as const;

/** Places after the point, and whether an exponent follows. */
function decimalsOf(text: string): readonly [count: number, isScientific: boolean] {
  const point = text.indexOf('.');
  for (let at = Math.max(0, point); at < text.length; at++) {
    const code = text.charCodeAt(at) | 0x20;
    if (code === 0x65) return [point < 0 ? 0 : at - point - 1, true];
  }
  return [point < 0 ? 0 : text.length - point - 1, false];
}

/**
 * How far the numbers of one printout go. PyTorch rounds all to the same places. Python's and JSON's lists give each
 * number the digits that it needs, and so does NumPy up to eight places. So numbers of one length are taken as rounded,
 * and numbers of several lengths as complete, unless the longest has just those eight places, or most have as few as
 * `set_printoptions(precision=4)` leaves.
 *
 * @param texts finite numbers as they are written
 * @param power of ten that stands before all of them
 */
export function digitsOf(texts: readonly string[], writer: Writer, power = 0): PrintedDigits {
  if (writer === 'six') return { kind: 'significant', count: 6 };
  let [most, least, scientific] = [0, Infinity, 0];
  for (const text of texts) {
    const [decimals, isScientific] = decimalsOf(text);
    most = Math.max(most, decimals);
    least = Math.min(least, decimals);
    if (isScientific) scientific += 1;
  }
  const isEven = texts.length > 1 && most === least;
  if (scientific > 0) {
    // Only lists mix both ways of writing, with as many digits as each number needs.
    return writer === 'tensor' || (isEven && scientific === texts.length) ? { kind: 'significant', count: most + 1 } : { kind: 'exact' };
  }
  const isSet = writer === 'any' && most >= SET_PLACES.least && most <= SET_PLACES.most && texts.length >= SET_PLACES.numbers && haveSetPlaces(texts, most);
  const isRounded = most > 0 && (writer === 'tensor' || (isEven && writer === 'any' && most >= SET_PLACES.least) || most === NUMPY_PRECISION || isSet);
  return isRounded ? { kind: 'decimals', count: most - power } : { kind: 'exact' };
}

function haveSetPlaces(texts: readonly string[], places: number): boolean {
  const isShort = texts.every((text) => text.replace(/^[-+]?0*\.?0*|\./g, '').length <= SET_PLACES.most);
  return isShort && 2 * texts.filter((text) => decimalsOf(text)[0] === places).length > texts.length;
}

/** Half a unit in the last printed place of `value`: how far it may be from the number that was printed. */
export function printedSlack(digits: PrintedDigits, value: number): number {
  if (digits.kind === 'exact' || !Number.isFinite(value)) return 0;
  // Read from text, which rounds once; a power of ten is the engine's own affair.
  if (digits.kind === 'decimals') return Number(`5e${-digits.count - 1}`);
  if (value === 0) return 0;
  const exponent = Number(value.toExponential().split('e')[1]);
  return Number(`5e${exponent - digits.count}`);
}

/**
 * The number of the type that was printed, with slack 0 where the digits leave one only; else what is written, with
 * the slack that the printout leaves it.
 */
export function recovered(dtype: Dtype, digits: PrintedDigits, value: number): { readonly value: number; readonly slack: number } {
  const slack = printedSlack(digits, value);
  const nearest = roundToDtype(dtype, value);
  // Below a power of two the numbers lie closer than above it.
  const spacing = spacingAt(dtype, Math.max(0, Math.abs(value) - slack));
  return 2 * slack < spacing || !Number.isFinite(value) ? { value: nearest, slack: 0 } : { value, slack };
}
