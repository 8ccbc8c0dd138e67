import { powerText } from '../../charts/log-axis';

/** A size to two digits, or as many as are asked for: 0.25, 38, 4.2·10⁻⁷. */
export function sizeText(x: number, digits = 2): string {
  if (Number.isNaN(x)) return 'NaN';
  if (!Number.isFinite(x)) return x > 0 ? '∞' : '−∞';
  const size = Math.abs(x);
  const sign = x < 0 ? '−' : '';
  if (size === 0 || (size >= 0.01 && size < 1000)) return sign + String(Number(size.toPrecision(digits)));
  const [mantissa = '', power = '0'] = size.toExponential(digits - 1).split('e');
  return `${sign}${mantissa}·${powerText(10, Number(power))}`;
}

/** A count with commas between thousands, as everywhere on the page. */
export function countText(count: number): string {
  if (!Number.isFinite(count)) return sizeText(count);
  return Number.isInteger(count) && Math.abs(count) < 1e7 ? String(count).replace(/\B(?=(\d{3})+$)/g, ',').replace('-', '−') : sizeText(count);
}

/** Two sizes with as many digits as it takes to tell them apart. */
export function sizeTexts(a: number, b: number): readonly [string, string] {
  for (let digits = 2; digits < 9; digits++) if (sizeText(a, digits) !== sizeText(b, digits)) return [sizeText(a, digits), sizeText(b, digits)];
  return [sizeText(a), sizeText(b)];
}
