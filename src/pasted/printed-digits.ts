import type { Dtype } from '../numerics/dtypes';
import { roundToDtype, spacingAt } from '../numerics/dtypes';

/** Precision of a printout: to the last bit, to some number of decimals, or to some number of significant digits. */
export type PrintedDigits =
  | { readonly kind: 'exact' }
  | { readonly kind: 'decimals'; readonly count: number }
  | { readonly kind: 'significant'; readonly count: number };

/** Who wrote the numbers: PyTorch with equal decimals for all, MLX with six digits, NumPy for 16-bit types with the digits needed. */
export type Writer = 'tensor' | 'six' | 'shortest' | 'any';

/** NumPy's default maximum of decimals. */
const NUMPY_PRECISION = 8;
/** If most of several numbers have fewer digits than a float32 needs, `precision` was set. */
const SET_PLACES = { least: 3, most: 6, numbers: 4 } as const;

/** Number of decimals, and whether an exponent follows. */
function decimalsOf(text: string): readonly [count: number, isScientific: boolean] {
  const point = text.indexOf('.');
  for (let at = Math.max(0, point); at < text.length; at++) {
    const code = text.charCodeAt(at) | 0x20;
    if (code === 0x65) return [point < 0 ? 0 : at - point - 1, true];
  }
  return [point < 0 ? 0 : text.length - point - 1, false];
}

/**
 * Precision of one printout's numbers. PyTorch rounds all to the same number of decimals. Python's and JSON's lists give
 * each number the digits that it needs, and so does NumPy up to eight decimals. So numbers of one length count as rounded,
 * and numbers of several lengths as complete, unless the longest has exactly eight decimals, or most have as few as
 * `set_printoptions(precision=4)` leaves.
 *
 * @param texts finite numbers as they are written
 * @param power exponent of a power of ten that scales them all
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
    // Only lists mix decimal and scientific notation, with the digits that each number needs.
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

/** Half a unit in the last printed place of `value`: how far it may be from the original number. */
export function printedSlack(digits: PrintedDigits, value: number): number {
  if (digits.kind === 'exact' || !Number.isFinite(value)) return 0;
  // Parsing text rounds once; the accuracy of `10 ** n` depends on the engine.
  if (digits.kind === 'decimals') return Number(`5e${-digits.count - 1}`);
  if (value === 0) return 0;
  const exponent = Number(value.toExponential().split('e')[1]);
  return Number(`5e${exponent - digits.count}`);
}

/**
 * The original number of this type, with slack 0, if the digits determine it; otherwise the printed number, with the
 * printout's slack.
 */
export function recovered(dtype: Dtype, digits: PrintedDigits, value: number): { readonly value: number; readonly slack: number } {
  const slack = printedSlack(digits, value);
  const nearest = roundToDtype(dtype, value);
  // Numbers are closer together below a power of two than above it.
  const spacing = spacingAt(dtype, Math.max(0, Math.abs(value) - slack));
  return 2 * slack < spacing || !Number.isFinite(value) ? { value: nearest, slack: 0 } : { value, slack };
}
