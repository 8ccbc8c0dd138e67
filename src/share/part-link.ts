import type { PartId } from './figure-settings';
import { printPageLink } from './page-link';
import type { Settings } from './settings';
import { INITIAL_SETTINGS } from './settings';

/**
 * Address of the page at one of its parts, set like this and all else as it begins.
 *
 * @param page address of the page, without query and anchor
 */
export function partLink(page: string, part: PartId, values: Readonly<Record<string, unknown>>): string {
  const query = part === 'lab' ? printPageLink({ settings: values as Settings, figures: {} }) : printPageLink({ settings: INITIAL_SETTINGS, figures: { [part]: values } });
  return `${page}${query === '' ? '' : `?${query}`}#${part}`;
}
