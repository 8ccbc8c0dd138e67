/** Percent of the order's colour that the lightest partial sum keeps. */
const LIGHTEST = 30;

/**
 * The shade of a partial sum, by its place along K: the order's own colour (--walk) let down with paper, neighbours far apart. Every
 * order keeps its one colour that way, however many partial sums it has.
 */
export function shadeOf(place: number, count: number): string {
  if (count <= 1) return 'var(--walk)';
  // 0, 2, 4, … dark to middle, then 1, 3, 5, … middle to light: shades side by side differ by about half the range.
  const half = Math.ceil(count / 2);
  const rank = place % 2 === 0 ? place / 2 : half + (place - 1) / 2;
  return `color-mix(in oklab, var(--walk) ${Math.round(100 - ((100 - LIGHTEST) * rank) / (count - 1))}%, var(--paper))`;
}
