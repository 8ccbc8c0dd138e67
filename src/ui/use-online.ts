import { useEffect } from 'react';

/** Calls back when the browser is online again, while something is missing. */
export function useOnline(isMissing: boolean, callback: () => void): void {
  useEffect(() => {
    if (!isMissing) return;
    window.addEventListener('online', callback, { once: true });
    return () => window.removeEventListener('online', callback);
  }, [isMissing, callback]);
}
