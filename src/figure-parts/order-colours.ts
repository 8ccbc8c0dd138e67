/** Colours of the palette: --order-0 … --order-15. */
const COLOURS = 16;

const places = new Map<string, number>();

function placeOf(key: string): number {
  let place = places.get(key);
  if (place === undefined) {
    place = places.size;
    places.set(key, place);
  }
  return place;
}

/**
 * The colour of an order by its key, as a custom property: the same order has the same colour everywhere on the page,
 * for as long as the page is open. With more than sixteen orders colours come round again, so a colour never stands alone.
 */
export function orderColour(key: string): string {
  return `--order-${placeOf(key) % COLOURS}`;
}

/** How many times the colours had come round before this order got its own: 0 for the first sixteen. */
export function orderLap(key: string): number {
  return Math.floor(placeOf(key) / COLOURS);
}
