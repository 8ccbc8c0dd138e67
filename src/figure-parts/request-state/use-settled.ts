import { useEffect, useState } from 'react';

/** In the middle of a drag, readers seldom rest this long. */
const RESTED_MS = 150;

/**
 * The value as of its last rest (a debounce), so that what is slow to compute or lay out waits until a drag is over and
 * does not hold up the picture. The first value that is not null is returned at once.
 */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  if (settled === null && value !== null) setSettled(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), RESTED_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
