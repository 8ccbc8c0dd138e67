import { useEffect, useState } from 'react';

/** A reader who drags a slider rests longer than this only on arrival. */
const RESTED_MS = 150;

/**
 * The value as of its last rest (a debounce): what is slow to compute or lay out waits until a drag is over, and does not
 * hold up the picture. The first value is there at once.
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
