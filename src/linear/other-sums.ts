import { exactDot, exactDotFloat32 } from '../numerics/exact-dot';
import type { OtherSum } from './sum-method';

/** The format in which a sum is kept. */
export type SumFormat = 'float32' | 'float64';

/** A function by itself would be called at every addition: as a choice it is compiled into the loop. */
function round(value: number, format: SumFormat): number {
  return format === 'float32' ? Math.fround(value) : value;
}

/** Terms of one output: K products, each rounded, then the bias if there is one. */
function terms(x: Float32Array, xOffset: number, w: Float32Array, wOffset: number, K: number, bias: number | null, format: SumFormat): Float64Array {
  const all = new Float64Array(K + (bias === null ? 0 : 1));
  for (let k = 0; k < K; k++) all[k] = round(x[xOffset + k]! * w[wOffset + k]!, format);
  if (bias !== null) all[K] = bias;
  return all;
}

function plain(values: Float64Array, format: SumFormat): number {
  let sum = values[0] ?? 0;
  for (let i = 1; i < values.length; i++) sum = round(sum + values[i]!, format);
  return sum;
}

/** Kahan 1965: the error of each addition is subtracted from the next term. Error about 2u·Σ|x·w|, whatever K. */
function kahan(values: Float64Array, format: SumFormat): number {
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    const term = round(value - lost, format);
    const next = round(sum + term, format);
    lost = round(round(next - sum, format) - term, format);
    sum = next;
  }
  return sum;
}

/** Neumaier 1974: like Kahan's, but it also works if a term is larger than the sum; one correction at the end. */
function neumaier(values: Float64Array, format: SumFormat): number {
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    const next = round(sum + value, format);
    const error = Math.abs(sum) >= Math.abs(value) ? round(round(sum - next, format) + value, format) : round(round(value - next, format) + sum, format);
    lost = round(lost + error, format);
    sum = next;
  }
  return round(sum + lost, format);
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
 * @param format of the products, the sums and the result
 */
export function otherSum(
  name: OtherSum,
  x: Float32Array,
  xOffset: number,
  w: Float32Array,
  wOffset: number,
  K: number,
  bias: number | null,
  format: SumFormat = 'float32',
): number {
  switch (name) {
    case 'exact':
      return format === 'float32' ? exactDotFloat32(x, xOffset, w, wOffset, K, bias ?? 0) : exactDot(x, xOffset, w, wOffset, K, bias ?? 0);
    case 'float64':
      return round(plain(terms(x, xOffset, w, wOffset, K, bias, 'float64'), 'float64'), format);
    case 'ascending':
      return plain(terms(x, xOffset, w, wOffset, K, bias, format).sort((a, b) => Math.abs(a) - Math.abs(b)), format);
    case 'descending':
      return plain(terms(x, xOffset, w, wOffset, K, bias, format).sort((a, b) => Math.abs(b) - Math.abs(a)), format);
    case 'kahan':
      return kahan(terms(x, xOffset, w, wOffset, K, bias, format), format);
    case 'neumaier':
      return neumaier(terms(x, xOffset, w, wOffset, K, bias, format), format);
  }
}
