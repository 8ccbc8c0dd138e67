import type { RefObject } from 'react';
import { useEffect, useRef, useState } from 'react';

/** How far off screen something counts as near: about a screen ahead of a scrolling reader. */
const AHEAD = '900px';

/** Dispatched on the window, before printing, to load everything however far away. */
export const COME_NEAR = 'comenear';

/** Whether the element has ever come near the screen. Null before any script runs: in the prerendered text. */
export function useNear<E extends Element>(): [RefObject<E | null>, boolean | null] {
  const element = useRef<E>(null);
  const [near, setNear] = useState<boolean | null>(null);
  const arrived = near === true;
  useEffect(() => {
    if (arrived || element.current === null) return;
    const observer = new IntersectionObserver((entries) => setNear(entries.some((entry) => entry.isIntersecting)), { rootMargin: AHEAD });
    observer.observe(element.current);
    const come = (): void => setNear(true);
    window.addEventListener(COME_NEAR, come);
    return () => {
      observer.disconnect();
      window.removeEventListener(COME_NEAR, come);
    };
  }, [arrived]);
  return [element, near];
}
