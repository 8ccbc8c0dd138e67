/**
 * Advances from `at`, staying `stay` milliseconds at each place, but never past `last`. Returns the place reached, and the
 * milliseconds left over.
 */
export function played(at: number, last: number, milliseconds: number, stay: (at: number) => number): { readonly at: number; readonly left: number } {
  let left = milliseconds;
  let to = at;
  for (let wait = stay(to); to < last && left >= wait; wait = stay(to)) {
    left -= wait;
    to++;
  }
  return { at: to, left };
}
