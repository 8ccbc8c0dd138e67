/** Percent of the order's colour that the lightest partial sum keeps. */
const LIGHTEST = 30;

/** How much of the order's colour a partial sum keeps, by its place along K: neighbours lie far apart. */
export function shareOfShade(place: number, count: number): number {
  if (count <= 1) return 1;
  // 0, 2, 4, … dark to middle, then 1, 3, 5, … middle to light: shades side by side differ by about half the range.
  const half = Math.ceil(count / 2);
  const rank = place % 2 === 0 ? place / 2 : half + (place - 1) / 2;
  return Math.round(100 - ((100 - LIGHTEST) * rank) / (count - 1)) / 100;
}

/**
 * The shade of a partial sum, by its place along K: the order's own colour (--walk) let down with paper. Every order
 * keeps its one colour that way, however many partial sums it has.
 */
export function shadeOf(place: number, count: number): string {
  return count <= 1 ? 'var(--walk)' : `color-mix(in oklab, var(--walk) ${Math.round(100 * shareOfShade(place, count))}%, var(--paper))`;
}
