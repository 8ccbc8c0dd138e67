const MINUS = '−';

/** 3.2e−8, with as many digits as tell sizes apart; exact where it is short. */
export function sizeText(size: number, digits = 3): string {
  if (size === 0) return '0';
  if (!Number.isFinite(size)) return Number.isNaN(size) ? 'NaN' : size < 0 ? `${MINUS}∞` : '∞';
  const magnitude = Math.abs(size);
  const [mantissa = '', power = ''] = magnitude.toExponential(digits - 1).split('e');
  const text = magnitude >= 1e-3 && magnitude < 1e6 ? String(Number(magnitude.toPrecision(digits))) : `${mantissa}e${power.replace('+', '').replace('-', MINUS)}`;
  return size < 0 ? MINUS + text : text;
}
