/** Colours of the palette: --order-0 … --order-9. */
const COLOURS = 10;

const places = new Map<string, number>();

/**
 * The colour of an order by its key, as a custom property: the same order has the same colour everywhere on the page,
 * for as long as the page is open. With more than ten orders colours come round again, so a colour never stands alone.
 */
export function orderColour(key: string): string {
  let place = places.get(key);
  if (place === undefined) {
    place = places.size;
    places.set(key, place);
  }
  return `--order-${place % COLOURS}`;
}
