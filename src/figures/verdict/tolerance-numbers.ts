import type { OwnNumbers } from '../../export/figure-numbers';
import type { State } from '../../store/store';
import { comparisonOf } from './boxes';

/** The two results that are compared. */
export function toleranceNumbers({ parts, pasted }: Pick<State, 'parts' | 'pasted'>): OwnNumbers {
  const [first, second] = comparisonOf(parts.verdict, pasted).shown.pair;
  return { own: { first, second } };
}
