import { mix32 } from './hash';

/**
 * The numbers 0 … length−1 in a random order, the same everywhere for the same seed (Fisher–Yates; the draws hash a
 * counter, as in Steele, Lea and Flood 2014). A draw's bias is at most length/2³².
 */
export function permutation(length: number, seed: number): Int32Array {
  const items = Int32Array.from({ length }, (_, index) => index);
  let state = mix32(seed + 1);
  for (let last = length - 1; last > 0; last--) {
    state = (state + 0x9e3779b9) >>> 0;
    const other = Math.floor((mix32(state) / 2 ** 32) * (last + 1));
    const item = items[last]!;
    items[last] = items[other]!;
    items[other] = item;
  }
  return items;
}
