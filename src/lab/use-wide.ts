import { useSyncExternalStore } from 'react';

/** The width from which controls stand beside the results; lab.module.css knows it too. */
const QUERY = '(min-width: 64rem)';

function subscribe(changed: () => void): () => void {
  const media = matchMedia(QUERY);
  media.addEventListener('change', changed);
  return () => media.removeEventListener('change', changed);
}

/** Whether there is room for controls beside the results. */
export function useWide(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => matchMedia(QUERY).matches,
    // Without a window, as when the page is rendered ahead of time.
    () => true,
  );
}
