import type { PartId } from './figure-settings';
import { printPageLink } from './page-link';
import type { PartValues } from './part-values';
import { FIRST_PARTS } from './part-values';

/**
 * Address of the page at one of its parts, set like this and all else as it begins.
 *
 * @param page address of the page, without query and anchor
 */
export function partLink(page: string, part: PartId, values: PartValues[PartId]): string {
  const query = printPageLink({ ...FIRST_PARTS, [part]: values });
  return `${page}${query === '' ? '' : `?${query}`}#${part}`;
}
