import { useCallback, useSyncExternalStore } from 'react';

/** The reader wants nothing to move by itself. */
export const REDUCED_MOTION = '(prefers-reduced-motion: reduce)';

/**
 * Whether a media query holds, followed as it changes.
 *
 * @param ahead what is taken to hold where there is no window, as when the page is rendered ahead of time
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
