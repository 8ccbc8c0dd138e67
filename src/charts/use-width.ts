import { useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { onLookAgain } from './look-again';

/** The current width of an element's content box in CSS pixels; 0 before it is known. */
export function useWidth<E extends HTMLElement>(): readonly [RefObject<E | null>, number] {
  const ref = useRef<E>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    setWidth(element.clientWidth);
    const measure = (): void => setWidth(element.clientWidth);
    // Deferred: redrawing a chart while sizes are being observed would change sizes that were already reported.
    let soon: ReturnType<typeof setTimeout> | undefined;
    const observer = new ResizeObserver(() => {
      clearTimeout(soon);
      soon = setTimeout(measure);
    });
    observer.observe(element);
    const stopLooking = onLookAgain(measure);
    return () => {
      observer.disconnect();
      clearTimeout(soon);
      stopLooking();
    };
  }, []);
  return [ref, width];
}
