import type { PastedArray } from '../../pasted/pasted-array';
import { plural } from '../../figure-parts/words/words';

/** What was read, in a line: how many numbers, their shape, type and digits. */
export function arrayText({ values, shape, dtype, digits }: PastedArray): string {
  const count = plural(values.length, 'number');
  const printed = digits.kind === 'exact' ? '' : digits.kind === 'decimals' ? plural(digits.count, 'decimal') : plural(digits.count, 'digit');
  return [count, shape && shape.length > 1 ? shape.join(' × ') : '', dtype ?? '', printed].filter((part) => part !== '').join(', ');
}
