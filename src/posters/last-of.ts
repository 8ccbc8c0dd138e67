/**
 * Runs a figure's sliced calculation to its end.
 *
 * @throws if it yields nothing
 */
export function lastOf<T>(work: Iterable<T | null>): T {
  let last: T | null = null;
  for (const value of work) if (value !== null) last = value;
  if (last === null) throw new Error('It handed over nothing.');
  return last;
}
