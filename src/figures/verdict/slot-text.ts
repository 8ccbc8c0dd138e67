import type { PastedArray } from '../../pasted/pasted-array';
import { countText } from './size-text';

/** What was read, in a line: how many numbers, their shape, type and digits. */
export function arrayText({ values, shape, dtype, digits }: PastedArray): string {
  const count = `${countText(values.length)} ${values.length === 1 ? 'number' : 'numbers'}`;
  const printed = digits.kind === 'exact' ? '' : digits.kind === 'decimals' ? `${digits.count} decimals` : `${digits.count} digits`;
  return [count, shape && shape.length > 1 ? shape.join(' × ') : '', dtype ?? '', printed].filter((part) => part !== '').join(', ');
}
