/** Mixes 32 bits so that each input bit flips about half of the output bits (murmur3's finaliser). */
export function mix32(value: number): number {
  let z = value | 0;
  z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
  z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
  return (z ^ (z >>> 16)) >>> 0;
}

/** Combines two independent 32-bit hashes into one number of 52 bits: the chance of a collision is about 1 in 10¹⁵. */
export function pair(high: number, low: number): number {
  return (high >>> 0) * 2 ** 20 + (low & 0xfffff);
}
