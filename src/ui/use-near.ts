import type { RefObject } from 'react';
import { useEffect, useRef, useState } from 'react';

/** How far before the screen something counts as near: about a screen ahead of a reader who scrolls. */
const AHEAD = '900px';

/** Sent to the window by who wants everything there, however far away: for printing. */
export const COME_NEAR = 'comenear';

/** Whether the element has come near the screen; once it has, it stays so. False while the page is prerendered. */
export function useNear<E extends Element>(): [RefObject<E | null>, boolean] {
  const element = useRef<E>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (near || element.current === null) return;
    const observer = new IntersectionObserver((entries) => setNear(entries.some((entry) => entry.isIntersecting)), { rootMargin: AHEAD });
    observer.observe(element.current);
    const come = (): void => setNear(true);
    window.addEventListener(COME_NEAR, come);
    return () => {
      observer.disconnect();
      window.removeEventListener(COME_NEAR, come);
    };
  }, [near]);
  return [element, near];
}
