import { addExactBinary, exactBinary, roundExactBinary, type ExactBinary } from './exact-binary';
import { roundPairToFloat32 } from './float32';

/** From here on a running sum might overflow, so larger terms go into a BigInt. */
const HUGE = 2 ** 970;

/**
 * The exact sum of any doubles, rounded once at the end.
 *
 * Method: a non-overlapping expansion, grown term by term with two-sums (Shewchuk, "Adaptive Precision Floating-Point
 * Arithmetic and Fast Robust Geometric Predicates", Discrete & Computational Geometry 18, 1997), rounded as
 * CPython's `math.fsum` does. It costs a few two-sums per term; `exactDot` uses it only if cheaper sums are not certain.
 *
 * Rounding: nearest, ties to even, of the exact sum, to a double or straight to float32 (not via a double).
 * Edge cases: no terms or an exact zero give +0 (even for −0 terms); a negative sum that underflows float32 gives −0;
 * subnormals are exact; terms whose partial sums would overflow are still summed exactly, and the result is infinite
 * only if the sum rounds to infinity; infinite and NaN terms propagate as in IEEE addition (∞ − ∞ is NaN). At most 2⁵³
 * terms.
 */
export class ExactSum {
  /** Non-overlapping, increasing in magnitude, no zeros. */
  private partials: number[] = [];
  private huge: ExactBinary | null = null;
  /** Sum of the terms that are not finite; 0 if there are none. */
  private special = 0;

  add(term: number): void {
    if (!(Math.abs(term) < HUGE)) {
      this.addExtreme(term);
      return;
    }
    const partials = this.partials;
    let x = term;
    let count = 0;
    for (let i = 0; i < partials.length; i++) {
      const y = partials[i] ?? 0;
      const sum = x + y;
      const part = sum - x;
      const rest = x - (sum - part) + (y - part);
      if (rest !== 0) partials[count++] = rest;
      x = sum;
    }
    partials.length = count;
    if (x !== 0) partials.push(x);
  }

  roundedToDouble(): number {
    if (this.special !== 0) return this.special;
    if (this.huge !== null) return roundExactBinary(this.total(this.huge));
    const [high, low, tail] = this.leadingPair();
    // high is the nearest double to high + low; if that was a tie, the terms below it break it.
    if ((low < 0 && tail < 0) || (low > 0 && tail > 0)) {
      const doubled = 2 * low;
      const stepped = high + doubled;
      if (stepped - high === doubled) return stepped;
    }
    return high;
  }

  roundedToFloat32(): number {
    if (this.special !== 0) return Math.fround(this.special);
    if (this.huge !== null) {
      const total = this.total(this.huge);
      const high = roundExactBinary(total);
      if (!Number.isFinite(high)) return high;
      const rest = addExactBinary(total, exactBinary(-high)).significand;
      return roundPairToFloat32(high, rest > 0n ? 1 : rest < 0n ? -1 : 0);
    }
    const [high, low] = this.leadingPair();
    return roundPairToFloat32(high, low);
  }

  /** The sum as high + low + (terms below low, the next of which is `tail`); high = fl(high + low). */
  private leadingPair(): [high: number, low: number, tail: number] {
    const partials = this.partials;
    let i = partials.length - 1;
    let high = partials[i] ?? 0;
    let low = 0;
    while (low === 0 && i > 0) {
      i -= 1;
      const next = partials[i] ?? 0;
      const sum = high + next;
      low = next - (sum - high);
      high = sum;
    }
    return [high, low, partials[i - 1] ?? 0];
  }

  private addExtreme(term: number): void {
    if (!Number.isFinite(term)) {
      this.special += term;
      return;
    }
    const exact = exactBinary(term);
    this.huge = this.huge === null ? exact : addExactBinary(this.huge, exact);
  }

  private total(huge: ExactBinary): ExactBinary {
    return this.partials.reduce((sum, partial) => addExactBinary(sum, exactBinary(partial)), huge);
  }
}
