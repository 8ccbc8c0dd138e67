import { useCallback, useSyncExternalStore } from 'react';

/**
 * Whether a media query holds, followed as that changes.
 *
 * @param ahead the answer where there is no window yet, as when the page is rendered ahead of time
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
