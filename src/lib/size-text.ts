import { formatCount } from './words';

const SUPERIORS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** 2¹⁰, 10⁻⁷ */
export function powerText(base: number, power: number): string {
  const digits = [...String(Math.abs(power))].map((digit) => SUPERIORS[Number(digit)]).join('');
  return `${base}${power < 0 ? '⁻' : ''}${digits}`;
}

/** A size to `digits` significant digits: 0.25, 38, 1,200, 4.2·10⁻⁷. */
export function sizeText(size: number, digits = 2): string {
  if (Number.isNaN(size)) return 'NaN';
  const sign = size < 0 ? '−' : '';
  const magnitude = Math.abs(size);
  if (magnitude === Infinity) return `${sign}∞`;
  if (magnitude === 0) return '0';
  if (magnitude >= 1e-3 && magnitude < 1e6) return sign + formatCount(Number(magnitude.toPrecision(digits)));
  const [mantissa = '', power = '0'] = magnitude.toExponential(digits - 1).split('e');
  return `${sign}${mantissa}·${powerText(10, Number(power))}`;
}

/** Two sizes with enough digits to tell them apart. */
export function sizeTexts(a: number, b: number): readonly [string, string] {
  for (let digits = 2; digits < 9; digits++) if (sizeText(a, digits) !== sizeText(b, digits)) return [sizeText(a, digits), sizeText(b, digits)];
  return [sizeText(a), sizeText(b)];
}

/** A count that may be huge or fractional: in full if it is whole and below ten million, else rounded as a size. */
export function roughCount(count: number): string {
  return Number.isInteger(count) && Math.abs(count) < 1e7 ? formatCount(count) : sizeText(count, 3);
}
