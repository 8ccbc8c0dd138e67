import { useEffect, useState } from 'react';

/** A hand that drags a slider rests for longer than this when it has arrived. */
const RESTED_MS = 150;

/**
 * The value as it was when it last rested: what takes its time to compute or to lay out follows when a drag is over,
 * and does not hold up the picture. The first value is there at once.
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
