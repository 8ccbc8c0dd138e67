import { refusedFactors } from '../numerics/adder-text';
import type { FactorFormat } from '../numerics/formats';
import { productsPerStep } from '../numerics/group-sizes';
import type { Order } from './order';
import { groupSizeOf, STEP } from './order';

/** Why an order's adder can't add its groups with factors of this format, in a sentence; null if it can, or if there are no groups. */
export function adderMisfit({ adder, steps }: Order, format: FactorFormat): string | null {
  if (adder === null) return null;
  const most = productsPerStep(adder, format);
  if (most === null) return refusedFactors(adder, format);
  let largest = 0;
  for (let at = 0; at < steps.length; at += STEP) largest = Math.max(largest, groupSizeOf(steps[at]!));
  return largest <= most ? null : `A group has ${largest} products, but one step of ${adder} takes ${most} of ${format}.`;
}
