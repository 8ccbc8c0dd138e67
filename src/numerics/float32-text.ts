/**
 * The shortest decimal text that reads back as this float32, at most nine digits, as NumPy prints one: `0.1`, not
 * `0.10000000149011612`. NaN, inf, -inf and -0.0 as Python writes them.
 */
export function float32Text(x: number): string {
  if (Number.isNaN(x)) return 'nan';
  if (!Number.isFinite(x)) return x > 0 ? 'inf' : '-inf';
  if (x === 0) return Object.is(x, -0) ? '-0.0' : '0.0';
  for (let digits = 1; digits < 9; digits++) {
    const shorter = Number(x.toPrecision(digits));
    if (Math.fround(shorter) === x) return decimalText(shorter);
  }
  return decimalText(Number(x.toPrecision(9)));
}

/** A double in its shortest form, with an exponent of two digits as Python and NumPy write it. */
function decimalText(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e-4 && size < 1e16) return Number.isInteger(value) ? `${value}.0` : String(value);
  const [digits = '', exponent = ''] = value.toExponential().split('e');
  return `${digits}e${exponent[0]}${exponent.slice(1).padStart(2, '0')}`;
}
