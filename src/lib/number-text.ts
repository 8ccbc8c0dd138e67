import { typedText } from './float32-text';
import { pythonRepr } from './python-repr';
import { powerText } from './size-text';
import { formatCount } from './words';

/**
 * A number that a library or language printed, as the page writes it: `-16777216` is −16,777,216, `1.3e-06` 1.3·10⁻⁶, `1e-08`
 * 10⁻⁸. What is no number stays.
 */
export function writtenNumber(printed: string): string {
  const [mantissa = '', power] = printed.replace(/^-/, '−').split('e');
  const digits = mantissa.replace(/\d+/, (whole) => formatCount(Number(whole)));
  return power === undefined ? digits : `${digits}·${powerText(10, Number(power))}`.replace(/^(−?)1·/, '$1');
}

/** A float32 for display: as it is typed, but written as the page writes numbers. */
export function numberText(value: number): string {
  return writtenNumber(typedText(value));
}

/** A double for display, with all digits that Python prints. */
export function doubleText(value: number): string {
  return writtenNumber(pythonRepr(value));
}
