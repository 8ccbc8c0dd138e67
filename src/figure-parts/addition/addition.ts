import { MAX_FLOAT32, ulpOf } from '../../numerics/float32';
import { numberText } from '../../lib/number-text';
import { sizeText } from '../../lib/size-text';

/** One rounded addition. Operands are doubles, because a product that is fused into a sum is not a float32. */
export interface Addition {
  readonly a: number;
  readonly b: number;
  /** fl(a + b), a float32. */
  readonly sum: number;
  /** a + b − sum: what rounding threw away. */
  readonly lost: number;
}

const LEAST_NORMAL = 2 ** -126;

/** What happened in an addition, in a sentence or two for a reader; `names` are those of its operands. */
export function additionWords({ a, b, sum, lost }: Addition, names: { readonly a: string; readonly b: string }): string {
  if (Number.isNaN(a) || Number.isNaN(b)) return 'A nan among the operands makes the sum nan (not a number).';
  if (Number.isNaN(sum)) return 'inf − inf has no value, so the sum is nan (not a number).';
  if (!Number.isFinite(a) || !Number.isFinite(b)) return 'inf stays inf, whatever finite number is added.';
  if (!Number.isFinite(sum)) return `The exact sum is beyond the largest float32, ${numberText(MAX_FLOAT32)}: it overflows to ${numberText(sum)}.`;
  if (lost === 0) {
    if (sum === 0) return a === 0 ? 'Nothing is lost.' : `Nothing is lost: ${names.a} and ${names.b} cancel.`;
    if (Math.abs(sum) < LEAST_NORMAL) return 'Nothing is lost. Below 2⁻¹²⁶ float32 numbers are evenly spaced (subnormal), and the sum of two of them is another.';
    return 'Nothing is lost: the exact sum is a float32.';
  }
  if (sum === a || sum === b) return `${sum === a ? names.b : names.a} is lost entirely: it is at most half a step, and the step here is ${sizeText(ulpOf(sum), 3)}.`;
  return `Thrown away: ${sizeText(lost, 3)}, which is ${sizeText(Math.abs(lost) / ulpOf(sum))} of the step here (1 ulp).`;
}

/**
 * How many leading bits an addition cancels: how far the sum's leading bit lies below that of the larger operand.
 * 0 if nothing cancels, Infinity if everything does.
 */
export function cancelledBits({ a, b, sum }: Addition): number {
  const larger = Math.fround(Math.max(Math.abs(a), Math.abs(b)));
  if (!Number.isFinite(sum) || larger === 0) return 0;
  return sum === 0 ? Infinity : Math.max(0, Math.round(Math.log2(ulpOf(larger) / ulpOf(sum))));
}
