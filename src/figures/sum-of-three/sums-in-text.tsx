import { numberText } from '../../figure-parts/addition/number-text';
import { signedText } from '../../figure-parts/words/units';
import { PRESETS, threeSums } from './three-sums';

interface SumsInTextProps {
  readonly of: keyof typeof PRESETS;
  readonly show: 'left' | 'right' | 'ulp';
}

/** A number of the figure within the text: one of the two sums, or how many ulp they are apart. */
export function SumsInText({ of, show }: SumsInTextProps) {
  const { left, right, difference } = threeSums(PRESETS[of].numbers);
  if (show === 'ulp') return <>{signedText(Math.abs(difference.ulp), 'ulp').replace('+', '')}</>;
  return <code>{numberText(show === 'left' ? left.result : right.result)}</code>;
}
