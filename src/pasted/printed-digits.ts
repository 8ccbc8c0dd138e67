import type { Dtype } from '../numerics/dtypes';
import { roundToDtype, spacingAt } from '../numerics/dtypes';

/** How far a printout goes: to the last bit, to so many places after the point, or to so many digits of each number. */
export type PrintedDigits =
  | { readonly kind: 'exact' }
  | { readonly kind: 'decimals'; readonly count: number }
  | { readonly kind: 'significant'; readonly count: number };

/** The places after the point that NumPy prints at most, unless it was told otherwise. */
const NUMPY_PRECISION = 8;

/** Gathers how the numbers of one printout are written. */
export class DigitCount {
  private isFixed = false;
  private isScientific = false;
  private count = 0;
  private mostDecimals = 0;
  private leastDecimals = Infinity;

  /** @param text a finite number as it is written */
  see(text: string): void {
    const at = text.search(/[eE]/);
    const mantissa = at < 0 ? text : text.slice(0, at);
    const point = mantissa.indexOf('.');
    const decimals = point < 0 ? 0 : mantissa.length - point - 1;
    if (at < 0) this.isFixed = true;
    else this.isScientific = true;
    this.count += 1;
    this.mostDecimals = Math.max(this.mostDecimals, decimals);
    this.leastDecimals = Math.min(this.leastDecimals, decimals);
  }

  /**
   * PyTorch rounds all numbers to the same places. Python's and JSON's lists give each number the digits that it needs,
   * and so does NumPy up to eight places. So numbers of one length are taken as rounded, and numbers of several lengths
   * as complete, unless the longest has just those eight places.
   */
  result(padded: boolean): PrintedDigits {
    const most = this.mostDecimals;
    const isEven = this.count > 1 && most === this.leastDecimals;
    if (this.isScientific) {
      // Only lists mix both ways of writing, with as many digits as each number needs.
      return padded || (isEven && !this.isFixed) ? { kind: 'significant', count: most + 1 } : { kind: 'exact' };
    }
    const isRounded = most > 0 && (padded || isEven || most === NUMPY_PRECISION);
    return isRounded ? { kind: 'decimals', count: most } : { kind: 'exact' };
  }
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
