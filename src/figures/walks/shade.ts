/** What the lightest partial sum keeps of the order's colour. */
const LIGHTEST = 0.3;

/**
 * How much of its order's colour a partial sum keeps over paper, by its place along K: neighbours lie far apart. Every
 * order keeps its one colour that way, however many partial sums it has.
 */
export function shadeOf(place: number, count: number): number {
  if (count <= 1) return 1;
  // 0, 2, 4, … dark to middle, then 1, 3, 5, … middle to light: shades side by side differ by about half the range.
  const half = Math.ceil(count / 2);
  const rank = place % 2 === 0 ? place / 2 : half + (place - 1) / 2;
  return Math.round(100 * (1 - ((1 - LIGHTEST) * rank) / (count - 1))) / 100;
}
