import type { RefObject } from 'react';
import { useEffect, useRef, useState } from 'react';

/** How far before the screen something counts as near: about a screen ahead of a reader who scrolls. */
const AHEAD = '900px';

/** Whether the element has come near the screen; once it has, it stays so. False while the page is prerendered. */
export function useNear<E extends Element>(): [RefObject<E | null>, boolean] {
  const element = useRef<E>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (near || element.current === null) return;
    const observer = new IntersectionObserver((entries) => setNear(entries.some((entry) => entry.isIntersecting)), { rootMargin: AHEAD });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [near]);
  return [element, near];
}
