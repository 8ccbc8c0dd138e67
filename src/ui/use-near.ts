import type { RefObject } from 'react';
import { useEffect, useRef, useState } from 'react';

/** How far before the screen something counts as near: about a screen ahead of a reader who scrolls. */
const AHEAD = '900px';

/** Sent to the window by who wants everything there, however far away: for printing. */
export const COME_NEAR = 'comenear';

/** Whether the element has come near the screen; once it has, it stays so. Null as long as no script looks: in the text as it was built. */
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
