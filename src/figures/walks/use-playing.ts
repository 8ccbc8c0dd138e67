import { useEffect, useRef, useState } from 'react';
import type { Animation } from './animation-of-order';

/** Milliseconds that a join stays on the screen, so that it is seen between hundreds of quick steps. */
const JOIN_TIME = 500;
/** Of a whole walk without its joins; short walks go slower than this asks for. */
const WALK_TIME = 14_000;
const LONGEST_STEP = 400;

export interface Playing {
  readonly on: boolean;
  /** Steps that are done, 0 to the last. */
  readonly done: number;
  readonly play: () => void;
  readonly pause: () => void;
  readonly goTo: (done: number) => void;
}

function stepTime(walks: readonly Animation[], last: number, done: number): number {
  return walks.some(({ steps }) => steps[done - 1]?.kind === 'join') ? JOIN_TIME : Math.min(LONGEST_STEP, WALK_TIME / last);
}

/** Steps that are done of some walks at once, and the clock that does them. Begins at the end, and again when the walks change. */
export function usePlaying(walks: readonly Animation[], last: number): Playing {
  const [state, setState] = useState<{ key: string; done: number; on: boolean }>({ key: '', done: last, on: false });
  const key = walks.map(({ steps, groups }) => `${steps.length}/${groups.length}`).join();
  const { done, on } = state.key === key ? state : { done: last, on: false };
  const latest = useRef({ walks, last, done });
  useEffect(() => {
    latest.current = { walks, last, done };
  });
  useEffect(() => {
    if (!on) return undefined;
    let before = performance.now();
    let frame = requestAnimationFrame(function tick(now) {
      let to = latest.current.done;
      for (let wait = stepTime(latest.current.walks, latest.current.last, to); now - before >= wait && to < latest.current.last; wait = stepTime(latest.current.walks, latest.current.last, to)) {
        before += wait;
        to++;
      }
      if (to !== latest.current.done) setState({ key, done: to, on: to < latest.current.last });
      frame = requestAnimationFrame(tick);
    });
    return () => cancelAnimationFrame(frame);
  }, [on, key]);
  return {
    on,
    done,
    play: () => setState({ key, done: done >= last ? 0 : done, on: true }),
    pause: () => setState({ key, done, on: false }),
    goTo: (to) => setState({ key, done: Math.min(last, Math.max(0, to)), on: false }),
  };
}
