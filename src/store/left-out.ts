import type { PartId } from '../share/figure-settings';
import { LONGEST_PASTED } from '../share/figure-settings';
import type { State } from './store';

/** What is on the screen but not in a link to the part, in a sentence; null for nothing. */
export function leftOut({ parts, pasted }: Pick<State, 'parts' | 'pasted'>, part: PartId): string | null {
  if (part !== 'verdict' || parts.verdict.example !== 'none') return null;
  const { first, second } = parts.verdict;
  const lost = pasted.x !== undefined || pasted.weight !== undefined || pasted.bias !== undefined || (pasted.first !== undefined && first === '') || (pasted.second !== undefined && second === '');
  return lost ? `Files, x, W, b and numbers of more than ${LONGEST_PASTED} characters stay here: the link does not carry them.` : null;
}
