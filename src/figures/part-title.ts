import type { PartId } from '../share/figure-settings';
import { FIGURES } from './figures';

/** What a figure, or the Lab, is called. */
export function partTitle(part: PartId): string {
  return part === 'lab' ? 'The Lab' : FIGURES[part].title;
}
