import { numbersOf } from '../../export/figure-numbers';
import type { ShownPart } from '../../export/shown-part';
import type { PartId } from '../../share/figure-settings';
import { partLink } from '../../share/page-link';
import { PART_TITLES } from '../../share/part-titles';
import type { State } from '../../store/store';
import { pageAddress } from './page-address';

/** A part of the page in its current state, with the worker's results for it. */
export function shownPartOf(state: State, part: PartId): ShownPart {
  const values = state.parts[part];
  return { part, title: PART_TITLES[part], address: partLink(pageAddress(), part, values), values, numbers: numbersOf(state, part) };
}
