import { flushSync } from 'react-dom';

/** Sent to the document by who changes the theme or the room of charts, and reads them in the same turn. */
const LOOK_AGAIN = 'lookagain';

/** Has every chart take up the theme and the room that it has now, before this returns. */
export function lookAgain(): void {
  document.dispatchEvent(new Event(LOOK_AGAIN));
}

/** Calls back whenever charts are to look again, and has React draw at once; returns a disposer. */
export function onLookAgain(update: () => void): () => void {
  const now = (): void => flushSync(update);
  document.addEventListener(LOOK_AGAIN, now);
  return () => document.removeEventListener(LOOK_AGAIN, now);
}
