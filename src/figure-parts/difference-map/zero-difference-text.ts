/**
 * How two outputs that are 0 apart compare: −0 and +0 are equal, their bits are not.
 *
 * @param baseline in the format of the output
 * @param from what the baseline is called
 */
export function zeroDifferenceText(value: number, baseline: number, from: string): string {
  return Object.is(value, baseline) ? `bit-equal to ${from}` : `differs from ${from} only in the sign of zero`;
}
