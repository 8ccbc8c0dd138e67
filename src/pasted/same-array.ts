import type { PastedArray } from './pasted-array';

/** Whether two arrays hold the same bits, and say the same of their shape, type and digits. */
export function isSame(a: PastedArray, b: PastedArray): boolean {
  const said = ({ shape, dtype, digits, cut }: PastedArray): string => JSON.stringify([shape, dtype, digits, cut]);
  return a.values.length === b.values.length && a.values.every((value, i) => Object.is(value, b.values[i])) && said(a) === said(b);
}
