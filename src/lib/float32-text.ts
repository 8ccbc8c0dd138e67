/**
 * The shortest decimal text that reads back as this float32, at most nine digits, as NumPy prints one: `0.1`, not
 * `0.10000000149011612`. If two are equally short, the nearer one; in a tie, the even one. NaN, infinities and -0.0 are
 * written as in Python.
 */
export function float32Text(x: number): string {
  if (Number.isNaN(x)) return 'nan';
  if (!Number.isFinite(x)) return x > 0 ? 'inf' : '-inf';
  if (x === 0) return Object.is(x, -0) ? '-0.0' : '0.0';
  const size = Math.abs(x);
  return (x < 0 ? '-' : '') + decimalText(shortest(size));
}

/**
 * A float32 as it is typed: whole numbers in full, so that neighbours such as 99999992 and 100000000 can be told apart;
 * all others in the fewest digits that read back.
 */
export function typedText(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e16 && !Object.is(value, -0) ? String(value) : float32Text(value);
}

/** The double whose shortest text is that of the float32 `size`. */
function shortest(size: number): number {
  const [mantissa = '', exponent = ''] = size.toExponential(60).split('e');
  const digits = mantissa.replace('.', '');
  for (let count = 1; count < 9; count++) {
    const down = Number(digits.slice(0, count));
    const half = digits.slice(count).replace(/0+$/, '');
    const nearer = half === '5' ? down + (down % 2) : half > '5' ? down + 1 : down;
    // The farther one may read back where the nearer does not: below a power of two, float32 are twice as dense as above.
    for (const kept of [nearer, nearer === down ? down + 1 : down]) {
      const text = Number(`${kept}e${Number(exponent) - count + 1}`);
      if (Math.fround(text) === size) return text;
    }
  }
  return Number(size.toPrecision(9));
}

/** A double in its shortest form, with an exponent of two digits as Python and NumPy write it. */
function decimalText(size: number): string {
  if (size >= 1e-4 && size < 1e16) return Number.isInteger(size) ? `${size}.0` : String(size);
  const [digits = '', exponent = ''] = size.toExponential().split('e');
  return `${digits}e${exponent[0]}${exponent.slice(1).padStart(2, '0')}`;
}
