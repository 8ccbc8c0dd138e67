import type { DifferenceUnit } from '../experiments/differences';
import { roughCount, sizeText } from '../lib/size-text';

/** A unit's name on a control, and at the end of a caption. */
export const UNIT_LABELS: Readonly<Record<DifferenceUnit, string>> = {
  relative: 'of Σ|x·w|',
  ulp: 'ulp',
  absolute: 'absolute',
};

export const UNIT_CAPTIONS: Readonly<Record<DifferenceUnit, string>> = {
  relative: 'as a share of Σ|x·w|',
  ulp: 'in ulp, steps of the number format',
  absolute: 'in absolute terms',
};

/** What a reader needs to know about a unit. */
export const UNIT_HINTS: Readonly<Record<DifferenceUnit, string>> = {
  relative: 'Σ|x·w| is what the sum would be if nothing cancelled. The bound on a sum’s rounding error is proportional to it.',
  ulp: 'An ulp is the step from one number of the format to the next. Near zero the steps are tiny, so many ulp can still be very little.',
  absolute: 'One output minus the other, as it is.',
};

/** A magnitude without sign or unit name, for tables. */
export function differenceText(difference: number, unit: DifferenceUnit): string {
  return unit === 'ulp' ? roughCount(difference) : sizeText(difference, 3);
}

/** A signed difference with its unit: "+3 ulp", "−1.2·10⁻⁸ of Σ|x·w|". */
export function signedText(difference: number, unit: DifferenceUnit): string {
  const sign = difference > 0 ? '+' : '';
  const name = { relative: ' of Σ|x·w|', ulp: ' ulp', absolute: '' }[unit];
  return sign + differenceText(difference, unit) + name;
}
