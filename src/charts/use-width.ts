import { useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { onLookAgain } from './look-again';

/** The width of an element's content box in CSS pixels, followed as it changes; 0 before it is known. */
export function useWidth<E extends HTMLElement>(): readonly [RefObject<E | null>, number] {
  const ref = useRef<E>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    setWidth(element.clientWidth);
    const measure = (): void => setWidth(element.clientWidth);
    // Not at once: a chart that is drawn anew while sizes are being observed changes sizes that were observed before it.
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
