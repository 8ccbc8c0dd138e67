import { flushSync } from 'react-dom';

/** Dispatched on the document by code that changes the theme or the charts' width and reads the charts in the same turn. */
const LOOK_AGAIN = 'lookagain';

/** Makes every chart adopt its current theme and width before this returns. */
export function lookAgain(): void {
  document.dispatchEvent(new Event(LOOK_AGAIN));
}

/** Calls back whenever charts are to look again, and makes React render synchronously; returns a disposer. */
export function onLookAgain(update: () => void): () => void {
  const now = (): void => flushSync(update);
  document.addEventListener(LOOK_AGAIN, now);
  return () => document.removeEventListener(LOOK_AGAIN, now);
}
