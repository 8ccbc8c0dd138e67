import { PASTED_LIMITS } from '../lib/limits';
import type { ParseError } from '../lib/result';
import { bracketedValues } from './bracketed-values';
import type { CleanText } from './clean-text';
import { lineAt } from './clean-text';
import { findLabel } from './find-label';
import type { Found } from './found';
import { labelledNumbers } from './labelled-numbers';
import { numberLines } from './number-lines';
import type { PastedResult } from './reading';
import type { Role } from './result-words';
import { namesDifference, roleOf } from './result-words';
import { scanValues } from './scan-values';
import { splitLoose } from './split-loose';

/** Numbers that may be a result, and what the words around them say. */
export interface Candidate extends PastedResult {
  readonly rank: Found['rank'];
  readonly form: Found['form'];
  readonly role: Role;
  readonly isDifference: boolean;
}

export interface Candidates {
  readonly candidates: readonly Candidate[];
  readonly problems: readonly ParseError[];
  readonly truths: readonly ParseError[];
  /** How many lists and calls were dropped. */
  readonly more: number;
}

/** Numbers in columns are not labels of one another. */
function lineStart({ lines }: CleanText, at: number): number {
  return lines[lineAt(lines, at)]!.at;
}

/** With more results than this, labels are not looked for. */
const MOST_LABELLED = 4 * PASTED_LIMITS.results;

/** Everything in a text that may be a result, in text order. */
export function findResults(clean: CleanText): Candidates {
  const { values, loose, problems, truths, more } = scanValues(clean.text);
  const ends = new Map(values.map(({ node }) => [node.at, node.end]));
  const lines = splitLoose(loose);
  const inLines = numberLines(lines, clean);
  const found = [...bracketedValues(clean.text, values), ...inLines.found, ...labelledNumbers(lines, clean)].sort((a, b) => a.at - b.at).slice(0, PASTED_LIMITS.found);
  let after = 0;
  const candidates = found.map(({ array, at, rank, form, label: direct }, i): Candidate => {
    const { label, isCode } = direct === '' && i < MOST_LABELLED ? findLabel(clean, form === 'lines' ? lineStart(clean, at) : at, after) : { label: direct, isCode: false };
    if (i < MOST_LABELLED) after = Math.max(after, ends.get(at) ?? at + (/^\S{1,80}/.exec(clean.text.slice(at, at + 80))?.[0].length ?? 1));
    return { array, label, position: at, line: lineAt(clean.lines, at) + 1, rank, form, role: roleOf(label), isDifference: namesDifference(label) || (isCode && / - /.test(label)) };
  });
  return { candidates, problems: [...problems, ...inLines.problems], truths, more };
}
