import { LIMITS } from '../lib/limits';
import type { Mt19937 } from './mt19937';

/**
 * Row 0 of x for cancelling data: random signs and magnitudes in [½, 1), so that a correcting weight p/x stays
 * moderate; the other rows, which cancel nothing, are uniform in [−1, 1).
 */
export function fillCancellingX(generator: Mt19937, x: Float32Array, inFeatures: number): void {
  for (let k = 0; k < inFeatures; k++) {
    const bits = generator.nextInt32();
    // A multiple of 2⁻²⁴ in [½, 1): a float32.
    const magnitude = 0.5 + (bits >>> 9) * 2 ** -24;
    x[k] = bits & 1 ? -magnitude : magnitude;
  }
  for (let i = inFeatures; i < x.length; i++) x[i] = 2 * generator.nextFloat24() - 1;
}

/**
 * Fills one row of W so that its dot product with row 0 of x has about the condition number Σ|x·w| / |Σx·w| = c, and
 * returns its bias; with a bias, b counts as one more term in both sums. O(K). Like GenDot (Ogita, Rump and Oishi, SIAM
 * J. Sci. Comput. 26(6), 2005, algorithm 6.1), but simpler, it corrects the sum by its last terms:
 *
 * 1. With P the sum of the positive products and −M that of the negative ones, c = (P + M)/(P − M), that is
 *    M = g·P, g = (c − 1)/(c + 1). Magnitudes are uniform; a product is negative with probability (1 − 1/c)/2, but
 *    only where M stays below g·P. So the running sum is a random walk, as with ordinary data, kept on one side.
 * 2. The last product is chosen to complete M = g·P. Its weight is rounded to 24 bits, which leaves a residual of about
 *    2⁻²⁴ of it; for a larger c the products after it correct that in turn, each gaining some 24 bits.
 * 3. At the end the whole row changes sign with probability ½.
 *
 * The sum is carried as an unevaluated pair of doubles and is exact: the products are multiples of 2⁻⁴⁸ until the
 * corrections, and those only shorten the residual.
 *
 * The achieved condition is within a factor 2 of c for 1 ≤ c ≤ min(10³⁰, 2^(22·n)), n = K − 1, or K with a bias;
 * outside that range it is the nearest attainable (a single product always has condition 1).
 */
export function fillCancellingRow(generator: Mt19937, x: Float32Array, row: Float32Array, condition: number, hasBias: boolean): number {
  const products = row.length;
  const c = Math.min(Math.max(condition, 1), LIMITS.condition);
  const share = (c - 1) / (c + 1);
  const negativeBelow = 2 ** 32 * 0.5 * (1 - 1 / c);
  const rowSign = generator.nextInt32() < 0 ? -1 : 1;
  const bias = generator.nextFloat24();

  const free = products - Math.min(corrections(c), products - (hasBias ? 0 : 1));
  let positive = hasBias ? bias : 0;
  let negative = 0;
  const sum = new PairSum(positive);
  for (let k = 0; k < free; k++) {
    const factor = x[k] as number;
    const magnitude = generator.nextFloat24();
    const size = Math.abs(factor) * magnitude;
    const down = generator.nextUint32() < negativeBelow && negative + size <= share * positive;
    const weight = down === factor > 0 ? -magnitude : magnitude;
    if (down) negative += size;
    else positive += size;
    sum.add(factor * weight);
    row[k] = rowSign * weight;
  }
  // P·(1 − g), and 1 − g = 2/(c + 1) without cancellation.
  const aim = (positive * 2) / (c + 1);
  for (let k = free; k < products; k++) {
    const factor = x[k] as number;
    const weight = Math.fround(sum.missingTo(aim) / factor);
    sum.add(factor * weight);
    row[k] = rowSign * weight;
  }
  return rowSign * bias;
}

/** A sum of doubles carried as two, high + low, by Knuth's two-sum; exact here, see above. */
class PairSum {
  private low = 0;

  constructor(private high: number) {}

  add(term: number): void {
    const sum = this.high + term;
    const part = sum - this.high;
    this.low += this.high - (sum - part) + (term - part);
    this.high = sum;
  }

  /** aim − (high + low), with a relative error of some 2⁻⁵²; leaves the pair normalised. */
  missingTo(aim: number): number {
    const low = this.low;
    this.low = 0;
    this.add(low);
    return aim - this.high - this.low;
  }
}

/** The number of correcting products at the end: one, plus one for every 22 bits of c beyond the first 20. */
function corrections(condition: number): number {
  if (condition === 1) return 0;
  let count = 1;
  for (let reach = 2 ** 20; reach < condition; reach *= 2 ** 22) count++;
  return count;
}
