/** Splits a number's text, as printed or as the page writes it, into sign, power of ten of the first digit, and what follows the digits. */
function magnitude(text: string): { sign: string; power: number; rest: string } | null {
  const match = /^([-−]?)([\d,]+)(\.\d*)?((?:e|·10).+)?$/.exec(text);
  if (match === null) return null;
  const [, sign = '', whole = '', part = '', rest = ''] = match;
  const digits = (whole + part).replace(/[,.]/g, '');
  const first = digits.search(/[1-9]/);
  return { sign, power: first < 0 ? -Infinity : whole.replaceAll(',', '').length - first, rest };
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
  if (a === null || b === null || a.sign !== b.sign || a.power !== b.power || a.rest !== b.rest) return 0;
  let at = 0;
  while (at < text.length && text[at] === against[at]) at++;
  return at === text.length ? Math.max(0, text.length - 1) : at;
}
