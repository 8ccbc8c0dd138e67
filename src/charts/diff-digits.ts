/** Splits a number's text into sign, digits without leading zeros, and the power of ten of the first digit. */
function magnitude(text: string): { sign: string; power: number } | null {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(text);
  if (match === null) return null;
  const [, sign = '', whole = '', part = '', exponent = '0'] = match;
  const digits = whole + part;
  const first = digits.search(/[1-9]/);
  return { sign: sign === '-' ? '-' : '', power: first < 0 ? -Infinity : whole.length - first + Number(exponent) };
}

/**
 * Where `text` begins to differ from `against`: the index of the first character to highlight, or `text.length` if the
 * texts are equal. Digits are compared place by place, so if the sign, magnitude or notation differs, everything does.
 * A text that merely stops earlier ("0.12" against "0.125") differs in its last digit, so that something is highlighted.
 */
export function differsFrom(text: string, against: string): number {
  if (text === against) return text.length;
  const a = magnitude(text);
  const b = magnitude(against);
  if (a === null || b === null || a.sign !== b.sign || a.power !== b.power) return 0;
  let at = 0;
  while (at < text.length && text[at] === against[at]) at++;
  return at === text.length ? Math.max(0, text.length - 1) : at;
}
