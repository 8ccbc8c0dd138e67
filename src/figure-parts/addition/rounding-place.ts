import { nextDown, nextUp, ulpOf } from '../../numerics/float32';
import type { Addition } from './addition';

/** A stretch of the number line around a rounded sum, in units of the float32 spacing there, 0 at the sum. */
export interface RoundingPlace {
  readonly ticks: readonly { readonly value: number; readonly at: number }[];
  /** Where the exact sum lies. */
  readonly exactAt: number;
  /** The float32 on the other side of the exact sum; null if the sum is exact. */
  readonly other: number | null;
  /** Size of one unit. */
  readonly step: number;
}

/** Steps drawn on either side. */
export const REACH = 2.6;

/** Where an exact sum lies between float32 numbers, and which of them it rounded to; null if it is not finite. */
export function roundingPlace({ a, b, sum, lost }: Addition): RoundingPlace | null {
  if (![a, b, sum].every(Number.isFinite)) return null;
  const other = lost === 0 ? null : lost > 0 ? nextUp(sum) : nextDown(sum);
  // Below a power of two, the spacing is half that above it.
  const step = other === null || !Number.isFinite(other) ? ulpOf(sum) : Math.abs(other - sum);
  const ticks = [{ value: sum, at: 0 }];
  for (const next of [nextUp, nextDown]) {
    for (let value = next(sum); Number.isFinite(value) && Math.abs(value - sum) <= REACH * step; value = next(value)) {
      ticks.push({ value, at: (value - sum) / step });
    }
  }
  ticks.sort((p, q) => p.at - q.at);
  return { ticks, exactAt: lost / step, other, step };
}
