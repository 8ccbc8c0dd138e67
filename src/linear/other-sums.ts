import { exactDot, exactDotFloat32 } from '../numerics/exact-dot';
import type { OtherSum } from './sum-method';

type Rounding = (value: number) => number;

/** Terms of one output: K products, each rounded, then the bias if there is one. */
function terms(x: Float32Array, xOffset: number, w: Float32Array, wOffset: number, K: number, bias: number | null, round: Rounding): Float64Array {
  const all = new Float64Array(K + (bias === null ? 0 : 1));
  for (let k = 0; k < K; k++) all[k] = round(x[xOffset + k]! * w[wOffset + k]!);
  if (bias !== null) all[K] = bias;
  return all;
}

function plain(values: Float64Array, round: Rounding): number {
  let sum = values[0] ?? 0;
  for (let i = 1; i < values.length; i++) sum = round(sum + values[i]!);
  return sum;
}

/** Kahan 1965: the error of each addition is subtracted from the next term. Error about 2u·Σ|x·w|, whatever K. */
function kahan(values: Float64Array, round: Rounding): number {
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    const term = round(value - lost);
    const next = round(sum + term);
    lost = round(round(next - sum) - term);
    sum = next;
  }
  return sum;
}

/** Neumaier 1974: like Kahan's, but it also works if a term is larger than the sum; one correction at the end. */
function neumaier(values: Float64Array, round: Rounding): number {
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    const next = round(sum + value);
    const error = Math.abs(sum) >= Math.abs(value) ? round(round(sum - next) + value) : round(round(value - next) + sum);
    lost = round(lost + error);
    sum = next;
  }
  return round(sum + lost);
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
 * @param round rounds to the format of the sum: `Math.fround`, or the identity for float64
 */
export function otherSum(
  name: OtherSum,
  x: Float32Array,
  xOffset: number,
  w: Float32Array,
  wOffset: number,
  K: number,
  bias: number | null,
  round: Rounding = Math.fround,
): number {
  switch (name) {
    case 'exact':
      return round === Math.fround ? exactDotFloat32(x, xOffset, w, wOffset, K, bias ?? 0) : exactDot(x, xOffset, w, wOffset, K, bias ?? 0);
    case 'float64':
      return round(plain(terms(x, xOffset, w, wOffset, K, bias, (product) => product), (sum) => sum));
    case 'ascending':
      return plain(terms(x, xOffset, w, wOffset, K, bias, round).sort((a, b) => Math.abs(a) - Math.abs(b)), round);
    case 'descending':
      return plain(terms(x, xOffset, w, wOffset, K, bias, round).sort((a, b) => Math.abs(b) - Math.abs(a)), round);
    case 'kahan':
      return kahan(terms(x, xOffset, w, wOffset, K, bias, round), round);
    case 'neumaier':
      return neumaier(terms(x, xOffset, w, wOffset, K, bias, round), round);
  }
}
