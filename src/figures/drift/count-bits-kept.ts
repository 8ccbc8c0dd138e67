import type { AdderName } from '../../numerics/group-sizes';
import { ADDERS } from '../../numerics/adders';
import type { FactorFormat } from '../../numerics/formats';
import { multiTermAdd } from '../../numerics/multi-term-add';

/** The significant bits that an adder keeps of a sum: how far below 1 · 1 a product still counts, and the leading bit. */
export function bitsKept(adder: AdderName): number {
  const one = ADDERS[adder];
  const [format] = Object.keys(one.groupSizes) as FactorFormat[];
  let bits = 1;
  // Each factor takes half of the exponent, so that it is a number of even the shortest format.
  const counts = (power: number): boolean => multiTermAdd(one, format!, [1, 2 ** -Math.ceil(power / 2)], [1, 2 ** -Math.floor(power / 2)], 0) > 1;
  while (bits < 64 && counts(bits)) bits++;
  return bits;
}
