/** Mixes 32 bits so that each bit of the input moves about half of the output's (murmur3's finaliser). */
export function mix32(value: number): number {
  let z = value | 0;
  z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
  z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
  return (z ^ (z >>> 16)) >>> 0;
}

/** Two independent 32-bit hashes of a number, as one number of 52 bits: chance agreement is about 1 in 10¹⁵. */
export function pair(high: number, low: number): number {
  return (high >>> 0) * 2 ** 20 + (low & 0xfffff);
}
