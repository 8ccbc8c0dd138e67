import type { OrderMark } from '../charts/order-mark';
import { mix32 } from '../orders/hash';

/** Colours of the palette: --order-0 … --order-15. */
const COLOURS = 16;

/**
 * Found by search, so that each order has its own colour in every recording of the gallery, every pattern, and every map of
 * a layer with at most eight orders. Changing it changes the colours of all orders on the page.
 */
const SALT = 2678761238;

/** Palette index of an order's own colour, which depends on the order's key alone. */
function ownPlace(key: string): number {
  let hash = SALT;
  for (let at = 0; at < key.length; at++) hash = mix32(hash ^ key.charCodeAt(at));
  return hash % COLOURS;
}

/** "A" … "Z", "AA", "AB", … */
export function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}

/**
 * The colours and letters of a figure's orders. An order has its own colour, the same in every figure, unless an earlier
 * order in the list has taken it: then it gets the next one that no other order of the figure claims. If there are more
 * orders than colours, those for which none is left repeat their own.
 *
 * @param keys of the orders, from `orderKey`, in the sequence in which the figure first uses them; repeats count once
 */
export function orderMarks(keys: Iterable<string>): ReadonlyMap<string, OrderMark> {
  const distinct = [...new Set(keys)];
  const holders = new Map<number, string>();
  for (const key of distinct) {
    const place = ownPlace(key);
    if (!holders.has(place)) holders.set(place, key);
  }
  return new Map(
    distinct.map((key, index) => {
      const place = placeFor(key, holders);
      return [key, { colour: `var(--order-${place})`, ink: `var(--on-order-${place})`, letter: letterOf(index), repeated: holders.get(place) !== key }];
    }),
  );
}

/** Claims the order's own index, or the next free one after it. */
function placeFor(key: string, holders: Map<number, string>): number {
  const own = ownPlace(key);
  if (holders.get(own) === key) return own;
  for (let step = 1; step < COLOURS; step++) {
    const place = (own + step) % COLOURS;
    if (holders.has(place)) continue;
    holders.set(place, key);
    return place;
  }
  return own;
}
