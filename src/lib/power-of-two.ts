/** The whole number at an exponent, which need not be whole: 12 → 4,096, 16.60964 → 100,000. */
export function countAt(exponent: number): number {
  return Math.round(2 ** exponent);
}

/** The exponent at which `countAt` finds a number from 1 to 2²⁰, with no more decimals than that takes. */
export function exponentOf(count: number): number {
  return Number(Math.log2(count).toFixed(6));
}
