import type { SumMethod } from './sum-method';

/**
 * The number of additions and subtractions per output. Any tree of n terms has n − 1, whatever its shape (a fused
 * multiply-add counts as one); a compensated sum has four for each term, and Neumaier's one more at the end. Null for the
 * sums that sort or are exact: they do more than add.
 */
export function additionsOf(method: SumMethod, K: number, hasBias: boolean): number | null {
  const terms = K + (hasBias ? 1 : 0);
  if (method.kind === 'order' || method.name === 'float64') return terms - 1;
  if (method.name === 'kahan') return 4 * terms;
  return method.name === 'neumaier' ? 4 * terms + 1 : null;
}
