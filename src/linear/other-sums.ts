import { exactDot, exactDotFloat32 } from '../numerics/exact-dot';
import type { Arithmetic } from '../orders/trace-order';
import type { OtherSum } from './sum-method';

/** A choice, not a function that is handed in: that would be called at every addition, and this is compiled into the loop. */
function round(value: number, arithmetic: Arithmetic): number {
  return arithmetic === 'float32' ? Math.fround(value) : value;
}

/** Terms of one output: K products, each rounded, then the bias if there is one. */
function terms(x: Float32Array, xOffset: number, w: Float32Array, wOffset: number, K: number, bias: number | null, arithmetic: Arithmetic): Float64Array {
  const all = new Float64Array(K + (bias === null ? 0 : 1));
  for (let k = 0; k < K; k++) all[k] = round(x[xOffset + k]! * w[wOffset + k]!, arithmetic);
  if (bias !== null) all[K] = bias;
  return all;
}

function plain(values: Float64Array, arithmetic: Arithmetic): number {
  let sum = values[0] ?? 0;
  for (let i = 1; i < values.length; i++) sum = round(sum + values[i]!, arithmetic);
  return sum;
}

/** Kahan 1965: the error of each addition is subtracted from the next term. Error about 2u·Σ|x·w|, whatever K. */
function kahan(values: Float64Array, arithmetic: Arithmetic): number {
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    const term = round(value - lost, arithmetic);
    const next = round(sum + term, arithmetic);
    lost = round(round(next - sum, arithmetic) - term, arithmetic);
    sum = next;
  }
  return sum;
}

/** Neumaier 1974: like Kahan's, but it also works if a term is larger than the sum; one correction at the end. */
function neumaier(values: Float64Array, arithmetic: Arithmetic): number {
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    const next = round(sum + value, arithmetic);
    const error = Math.abs(sum) >= Math.abs(value) ? round(round(sum - next, arithmetic) + value, arithmetic) : round(round(value - next, arithmetic) + sum, arithmetic);
    lost = round(lost + error, arithmetic);
    sum = next;
  }
  return round(sum + lost, arithmetic);
}

/**
 * One output y = Σ x[k]·w[k] (+ b) by a sum that is not a tree. Products are rounded first, except in `float64` and
 * `exact`; the bias is one more term.
 *
 * | name | what |
 * | --- | --- |
 * | ascending, descending | terms sorted by magnitude, then added one by one |
 * | kahan, neumaier | compensated sums |
 * | float64 | products and sums in float64 one by one, rounded once at the end |
 * | exact | the exact value, rounded once |
 *
 * @param arithmetic of the products, the sums and the result
 */
export function otherSum(
  name: OtherSum,
  x: Float32Array,
  xOffset: number,
  w: Float32Array,
  wOffset: number,
  K: number,
  bias: number | null,
  arithmetic: Arithmetic = 'float32',
): number {
  switch (name) {
    case 'exact':
      return arithmetic === 'float32' ? exactDotFloat32(x, xOffset, w, wOffset, K, bias ?? 0) : exactDot(x, xOffset, w, wOffset, K, bias ?? 0);
    case 'float64':
      return round(plain(terms(x, xOffset, w, wOffset, K, bias, 'float64'), 'float64'), arithmetic);
    case 'ascending':
      return plain(terms(x, xOffset, w, wOffset, K, bias, arithmetic).sort((a, b) => Math.abs(a) - Math.abs(b)), arithmetic);
    case 'descending':
      return plain(terms(x, xOffset, w, wOffset, K, bias, arithmetic).sort((a, b) => Math.abs(b) - Math.abs(a)), arithmetic);
    case 'kahan':
      return kahan(terms(x, xOffset, w, wOffset, K, bias, arithmetic), arithmetic);
    case 'neumaier':
      return neumaier(terms(x, xOffset, w, wOffset, K, bias, arithmetic), arithmetic);
  }
}
