import type { Order } from './order';

/** Why an order does not fit sums of K products, with or without a bias, in a sentence; null if it does. */
export function misfit({ products, bias }: Order, K: number, hasBias: boolean): string | null {
  if (products > K) return `Product ${K} is out of range: there are ${K} products, 0 to ${K - 1}.`;
  if (products < K) {
    const more = K - products - 1;
    return `Product ${products} is missing${more > 0 ? `, and ${more} more` : ''}: each of 0 to ${K - 1} is named once.`;
  }
  if (bias === hasBias) return null;
  return bias ? 'This layer has no bias, so b has no place here.' : 'The bias b is missing: this layer has one, and it is added somewhere.';
}
