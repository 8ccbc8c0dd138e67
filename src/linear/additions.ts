import { otherSum } from './other-sums';
import type { SumMethod } from './sum-method';

/**
 * Additions and subtractions that one output takes, counted: any tree of n terms has n − 1 of them, whatever its shape
 * (an addition that is fused with a product counts as one); of the compensated sums the program is run and its
 * roundings are counted, products left out. Null for the sums that sort or are exact: they do more than add.
 */
export function additionsOf(method: SumMethod, K: number, hasBias: boolean): number | null {
  const terms = K + (hasBias ? 1 : 0);
  if (method.kind === 'order' || method.name === 'float64') return terms - 1;
  if (method.name !== 'kahan' && method.name !== 'neumaier') return null;
  let roundings = 0;
  const ones = new Float32Array(K).fill(1);
  otherSum(method.name, ones, 0, ones, 0, K, hasBias ? 1 : null, (value) => {
    roundings++;
    return Math.fround(value);
  });
  return roundings - K;
}
