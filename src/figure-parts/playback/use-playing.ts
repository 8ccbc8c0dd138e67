import { useEffect, useRef, useState } from 'react';
import { played } from './played';

export interface Playing {
  readonly on: boolean;
  readonly play: () => void;
  readonly pause: () => void;
}

/** A longer gap between frames does not count: the page was hidden. */
const LONGEST_FRAME = 1000;

/**
 * Plays the places up to `last` and stops there; starts over if it is already at the end. If places are short, several
 * may pass within a frame.
 *
 * @param stay milliseconds to stay at a place
 */
export function usePlaying(at: number, last: number, goTo: (at: number) => void, stay: (at: number) => number): Playing {
  const [on, setOn] = useState(false);
  const latest = useRef({ at, last, goTo, stay });
  useEffect(() => {
    latest.current = { at, last, goTo, stay };
  });
  useEffect(() => {
    if (!on) return undefined;
    let drawn = performance.now();
    let waited = 0;
    let frame = requestAnimationFrame(function tick(now) {
      const { at: from, last: end, goTo: go, stay: wait } = latest.current;
      waited += now - drawn < LONGEST_FRAME ? now - drawn : 0;
      drawn = now;
      const { at: to, left } = played(from, end, waited, wait);
      waited = left;
      if (to !== from) go(to);
      if (to >= end) setOn(false);
      else frame = requestAnimationFrame(tick);
    });
    return () => cancelAnimationFrame(frame);
  }, [on]);
  return {
    on,
    play: () => {
      if (at >= last) goTo(0);
      setOn(true);
    },
    pause: () => setOn(false),
  };
}
