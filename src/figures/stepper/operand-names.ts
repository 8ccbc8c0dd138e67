import { productsText } from '../../figure-parts/tree-pair/products-text';
import type { Step } from './step-list';

/** What an addition adds, in words: "the sum of 0..4", "product 5". */
export function operandNames({ left, right }: Pick<Step, 'left' | 'right'>): readonly [string, string] {
  const name = (products: readonly number[]): string => (products.length === 1 ? `product ${products[0]}` : `the sum of ${productsText(products)}`);
  return [name(left), name(right)];
}
