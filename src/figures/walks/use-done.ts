import { useState } from 'react';
import type { Animation } from './animation-of-order';

/** Steps that are done of some animations at once. It begins at the end, and again when they become others. */
export function useDone(animations: readonly Animation[], last: number): readonly [done: number, setDone: (done: number) => void] {
  const key = animations.map(({ steps, groups }) => `${steps.length}/${groups.length}`).join();
  const [state, setState] = useState({ key, done: last });
  return [state.key === key ? state.done : last, (done) => setState({ key, done })];
}
