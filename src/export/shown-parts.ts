import type { ShownPart } from './shown-part';

/** The parts that are on this page, by their elements, and what each shows: for who takes all of them along. */
export const SHOWN_PARTS = new Map<Element, () => ShownPart>();
