import { powerText, sizeText } from '../../lib/size-text';

/** A condition number that was aimed at: 10⁶, and 2.0·10⁶ where it is no power of ten. */
export function conditionText(condition: number): string {
  const power = Math.round(Math.log10(condition));
  return condition >= 1e6 && condition === 10 ** power ? powerText(10, power) : sizeText(condition);
}
