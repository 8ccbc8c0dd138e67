import type { OrderUse } from '../../experiments/order-schedule';
import { adderTitle } from '../../numerics/adder-title';
import type { AdderName } from '../../numerics/group-sizes';

/** Why calls in these orders are the same on this adder, in a sentence or two. */
export function nothingOtherwise(adder: AdderName, orders: readonly Pick<OrderUse, 'text'>[]): string {
  const title = adderTitle(adder);
  if (orders.some(({ text }) => text.includes('{'))) return `The groups of products here are on ${title} already.`;
  return `${title} would add nothing otherwise: no order here has groups of products, which a tensor core adds in one step. Under “Adder”, choose a GPU.`;
}
