import type { OwnNumbers } from '../../export/figure-numbers';
import type { State } from '../../store/store';
import { comparisonOf } from './boxes';

/** The two results that are compared. */
export function toleranceNumbers({ parts, pasted }: Pick<State, 'parts' | 'pasted'>): OwnNumbers {
  const { shown } = comparisonOf(parts.verdict, pasted);
  return { own: shown && { first: shown.pair[0], second: shown.pair[1] } };
}
