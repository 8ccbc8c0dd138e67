import { useLayoutEffect, useState } from 'react';

/** Well under the 50 ms that a frame may be late, with room for React's work afterwards. */
const SLICE_MS = 8;

/**
 * Runs a calculation on the main thread, a few milliseconds at a time, and returns the newest value that it yielded;
 * until a new calculation yields one, that is the previous calculation's. A calculation that fits in one slice is on the
 * screen in the same frame.
 *
 * @param begin keep the same function while nothing changes; null for nothing to do
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
