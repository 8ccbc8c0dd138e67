import { otherSum } from './other-sums';
import type { SumMethod } from './sum-method';

/**
 * The number of additions and subtractions per output. Any tree of n terms has n − 1, whatever its shape (a fused
 * multiply-add counts as one); a compensated sum is run and its roundings counted, products excluded. Null for the sums
 * that sort or are exact: they do more than add.
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
