import { plural } from '../../lib/words';
import type { PastedArray } from '../../pasted/pasted-array';

/** What was read, in a line: how many numbers, their shape, type and digits. */
export function arrayText({ values, shape, dtype, digits }: PastedArray): string {
  const printed = digits.kind === 'exact' ? '' : digits.kind === 'decimals' ? plural(digits.count, 'decimal') : plural(digits.count, 'digit');
  return [plural(values.length, 'number'), shape && shape.length > 1 ? shape.join(' × ') : '', dtype ?? '', printed].filter((part) => part !== '').join(', ');
}
