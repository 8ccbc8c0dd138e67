/** Opacity of the lightest partial sum. */
const LIGHTEST = 0.3;

/**
 * The opacity, 0 to 1, of a partial sum in its order's colour, by its place along K: neighbours differ widely. So each
 * order keeps its one colour, however many partial sums it has.
 */
export function shadeOf(place: number, count: number): number {
  if (count <= 1) return 1;
  // Even places go from dark to middle, odd ones from middle to light: neighbours differ by about half the range.
  const half = Math.ceil(count / 2);
  const rank = place % 2 === 0 ? place / 2 : half + (place - 1) / 2;
  return Math.round(100 * (1 - ((1 - LIGHTEST) * rank) / (count - 1))) / 100;
}
