import { useLayoutEffect, useState } from 'react';

/** Well under the 50 ms that a frame may be late by, with room for what React does afterwards. */
const SLICE_MS = 8;

/**
 * Runs a calculation on the page's own thread, a few milliseconds at a time, and gives back the newest value that it
 * yielded; until a new calculation has yielded one, that is the value of the one before it. A calculation that fits
 * in one slice is on the screen in the same frame.
 *
 * @param begin kept the same by the caller while nothing changed; null for nothing to do
 */
export function useSliced<T>(begin: (() => Generator<T | null, void>) | null): T | null {
  const [value, setValue] = useState<T | null>(null);
  useLayoutEffect(() => {
    if (begin === null) return;
    const steps = begin();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const slice = (): void => {
      const end = performance.now() + SLICE_MS;
      let newest: T | null = null;
      let step = steps.next();
      for (; step.done !== true; step = steps.next()) {
        newest = step.value ?? newest;
        if (performance.now() >= end) break;
      }
      if (newest !== null) setValue(newest);
      if (step.done !== true) timer = setTimeout(slice, 0);
    };
    slice();
    return () => clearTimeout(timer);
  }, [begin]);
  return value;
}
