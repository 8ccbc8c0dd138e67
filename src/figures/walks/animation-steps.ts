import type { Animation } from './animation-of-order';

/** Milliseconds that a join stays on the screen, so that it is seen between hundreds of quick steps. */
const JOIN_TIME = 500;
/** Of a whole animation without its joins; short ones go slower than this asks for. */
const ALL_TIME = 14_000;
const LONGEST_STEP = 400;

/** Milliseconds that animations stay where so many steps are done. */
export function stayAt(animations: readonly Animation[], done: number, last: number): number {
  return animations.some(({ steps }) => steps[done - 1]?.kind === 'join') ? JOIN_TIME : Math.min(LONGEST_STEP, ALL_TIME / last);
}

/** Steps done once the next join of any of them is. */
export function nextJoin(animations: readonly Animation[], done: number, last: number): number {
  return Math.min(last, ...animations.flatMap(({ joinedAt }) => [...joinedAt].filter((step) => step >= done).map((step) => step + 1)));
}
