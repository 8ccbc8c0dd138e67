import type { ColumnOrder } from '../../linear/sum-method';
import type { AnimatedCall, AnimatedLayer } from './animation-choices';
import type { Animation } from './animation-of-order';
import { animationOf } from './animation-of-order';
import type { WalkNumbers } from './walk-numbers';
import { walkNumbers } from './walk-numbers';

/** One order of a call, spread out in time and run on numbers. */
export interface Walk extends ColumnOrder {
  readonly batch: number;
  readonly animation: Animation;
  readonly numbers: WalkNumbers;
}

/** @param part which of the call's orders; the first if it has fewer */
export function walkOf({ format }: Pick<AnimatedLayer, 'format'>, { batch, parts }: AnimatedCall, part = 0): Walk {
  const one = parts[part] ?? parts[0]!;
  const animation = animationOf(one.order);
  return { ...one, batch, animation, numbers: walkNumbers(one.order, animation, format) };
}
