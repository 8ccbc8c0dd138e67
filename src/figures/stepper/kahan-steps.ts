import { exactLess } from './step-list';

export interface KahanStep {
  /** The sum after this addition. */
  readonly sum: number;
  /** What the addition threw away, as Kahan's method finds it; the next addition puts it back. */
  readonly found: number;
  /** sum − the exact sum of the products so far. */
  readonly error: number;
}

/**
 * Kahan's compensated sum (1965) of the rounded products, taken one by one in the given order. There is a step for each
 * addition, so none for the first product; each takes three more float32 additions than a plain one.
 */
export function kahanSteps(order: readonly number[], x: ArrayLike<number>, w: ArrayLike<number>): KahanStep[] {
  const round = Math.fround;
  const product = (k: number): number => round(x[k]! * w[k]!);
  let sum = product(order[0] ?? 0);
  let correction = 0;
  return order.slice(1).map((k, i) => {
    const term = round(product(k) - correction);
    const next = round(sum + term);
    correction = round(round(next - sum) - term);
    sum = next;
    return { sum, found: -correction + 0, error: -exactLess(order.slice(0, i + 2), x, w, sum) + 0 };
  });
}
