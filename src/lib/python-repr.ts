/**
 * The text that Python prints for a float: exactly CPython's `repr(x)`.
 *
 * Both languages write the fewest digits that read back as the same double, choosing the nearest of those (Steele and
 * White, "How to print floating-point numbers accurately", PLDI 1990; Gay 1990), so JavaScript's digits serve. Only
 * the layout differs: Python writes an exponent below 10⁻⁴ and from 10¹⁶ on, with a sign and at least two digits, and
 * ends whole numbers in `.0` unless there is an exponent. It also writes `inf`, `-inf`, `nan` (no sign) and `-0.0`.
 */
export function pythonRepr(x: number): string {
  if (Number.isNaN(x)) return 'nan';
  const sign = x < 0 || Object.is(x, -0) ? '-' : '';
  if (!Number.isFinite(x)) return `${sign}inf`;
  if (x === 0) return `${sign}0.0`;
  const [mantissa = '', power = ''] = Math.abs(x).toExponential().split('e');
  const exponent = Number(power);
  if (exponent < -4 || exponent >= 16) {
    const size = String(Math.abs(exponent)).padStart(2, '0');
    return `${sign}${mantissa}e${exponent < 0 ? '-' : '+'}${size}`;
  }
  const digits = mantissa.replace('.', '');
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  return `${sign}${whole}.${digits.slice(exponent + 1) || '0'}`;
}
