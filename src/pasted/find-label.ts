import type { CleanText } from './clean-text';
import { lineAt } from './clean-text';
import { plainLabel } from './result-words';

/** How many lines above a value its heading may be; log lines may come between. */
const LINES_ABOVE = 8;
const NO_LABEL = /^(?:variable|parameter) containing|^(?:\w+\.)*\w*(?:Error|Exception)\b|^arrays are not|^not equal to|^(?:columns \d|\(\d)|^cell in|^\[ ?C(?:PU|UDA)|^[\d.e+-]{1,20} ?\*?$/i;

export interface Label {
  readonly label: string;
  /** Whether it is a line of code. */
  readonly isCode: boolean;
}

const NONE: Label = { label: '', isCode: false };

/**
 * The label of a value: the text before it on its line, else the heading, comment or line of code right above.
 *
 * @param after the end of the previous value, where any label must start
 */
export function findLabel({ original, lines }: CleanText, at: number, after: number): Label {
  const index = lineAt(lines, at);
  const line = lines[index]!;
  const before = original.slice(Math.max(after, line.start, at - 300), at).replace(/^[^\n]{0,80}\)\s/, (rest) => (after > line.at ? '' : rest));
  const label = plainLabel(before.replace(/`|\*\*/g, ''));
  if (/^(?:vs\.?|versus|against|and|but)$/i.test(label)) return NONE;
  if (/[\p{L}\p{N}]/u.test(label)) return { label, isCode: false };
  for (let above = index - 1; above >= 0 && above >= index - LINES_ABOVE; above--) {
    const { at: from, end, start, kind } = lines[above]!;
    if (from < after) return NONE;
    if (kind === 'fence' || kind === 'log') continue;
    const words = original.slice(start, Math.min(end, start + 300)).trim();
    if (words === '' || NO_LABEL.test(words)) continue;
    if (kind === 'code') return { label: plainLabel(words.replace(/^print\((.*)\)$/, '$1')), isCode: true };
    const heading = plainLabel(words.replace(/`|\*\*/g, '').replace(/^print\((.*)\)$/, '$1'));
    return (/\p{L}/u.test(heading) || words.endsWith(':')) && words.length <= 80 && !/[.!?]$/.test(words) ? { label: heading, isCode: words.startsWith('print(') } : NONE;
  }
  return NONE;
}
