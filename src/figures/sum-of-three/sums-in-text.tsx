import { numberText } from '../../lib/number-text';
import { roughCount } from '../../lib/size-text';
import { PRESETS, threeSums } from './three-sums';

interface SumsInTextProps {
  readonly of: keyof typeof PRESETS;
  readonly show: 'left' | 'right' | 'ulp';
}

/** A number from the figure, for the text: one of the two sums, or how many ulp they are apart. */
export function SumsInText({ of, show }: SumsInTextProps) {
  const { left, right, difference } = threeSums(PRESETS[of].numbers);
  if (show === 'ulp') return <>{roughCount(Math.abs(difference.ulp))} ulp</>;
  return <code>{numberText(show === 'left' ? left.result : right.result)}</code>;
}
