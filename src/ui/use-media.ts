import { useCallback, useSyncExternalStore } from 'react';

/** The reader prefers that nothing moves by itself. */
export const REDUCED_MOTION = '(prefers-reduced-motion: reduce)';

/**
 * Whether a media query matches, updated as it changes.
 *
 * @param ahead the answer without a window, as when the page is prerendered
 */
export function useMedia(query: string, ahead = false): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const media = matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    [query],
  );
  return useSyncExternalStore(
    subscribe,
    () => matchMedia(query).matches,
    () => ahead,
  );
}
