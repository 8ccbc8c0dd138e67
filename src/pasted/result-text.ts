import { isSame } from './same-array';
import { readPasted } from './read-pasted';
import type { PastedResult } from './reading';

/** What one of several results is called: “y1” (line 2), or by its place in the text. */
export function resultName(results: readonly PastedResult[], at: number): string {
  const { label, line } = results[at]!;
  if (label !== '' && results.every((other, i) => i === at || other.label !== label)) return `“${label}” (line ${line})`;
  return results.every((other, i) => i === at || other.line !== line) ? `line ${line}` : `number ${at + 1}, in line ${line}`;
}

/**
 * The part of a text that holds one of its results, and reads as that result and nothing else: with the label before it where that
 * works. Null where no part does, as in a diff.
 */
export function resultText(text: string, results: readonly PastedResult[], at: number): string | null {
  const { array, position } = results[at]!;
  const starts = [labelStart(text, results, at), position];
  const ends = at + 1 < results.length ? [labelStart(text, results, at + 1), results[at + 1]!.position] : [text.length];
  for (const start of starts) {
    for (const end of ends) {
      const part = text.slice(start, end).trim();
      const reading = readPasted(part);
      if (reading.kind === 'one' && isSame(reading.result.array, array)) return part;
    }
  }
  return null;
}

/** Where the line begins that names a result, or the name where the line is that of the result before; without a name, where the result does. */
function labelStart(text: string, results: readonly PastedResult[], at: number): number {
  const { label, position } = results[at]!;
  const before = at === 0 ? -1 : results[at - 1]!.position;
  const named = label === '' ? -1 : text.lastIndexOf(label, position);
  if (named <= before) return position;
  const line = text.lastIndexOf('\n', named) + 1;
  return line > before ? line : named;
}
