/**
 * Where one gets to in so many milliseconds that stays at a place for `stay` of it, and how many of them are left over.
 * Never past `last`.
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
