import type { Finding } from '../../experiments/judgement';

/** What each finding is called in the largest type. */
export const VERDICT_TITLES: Readonly<Record<Finding, string>> = {
  equal: 'Equal to the bit',
  zeros: 'Equal but for the sign of zero',
  explained: 'Explained to the bit',
  normal: 'Normal',
  beyond: 'Larger than any order of addition can explain',
  between: 'Can’t tell: larger than usual',
  nonfinite: 'Can’t tell: not all numbers are finite',
  digits: 'Can’t tell from these printouts',
  'no-products': 'Can’t tell without K',
  'no-scale': 'Can’t tell without x and W',
  none: 'Nothing to compare yet',
};
