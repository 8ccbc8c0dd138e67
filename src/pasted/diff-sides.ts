import { blanks } from './clean-text';

const HUNK = /^[ \t]{0,12}@@[^\n]{0,120}$/m;
const MARKED = (mark: string): RegExp => new RegExp(`^[ \\t]{0,12}\\${mark}[ \\t]{0,4}(?:\\[|\\(|[A-Za-z.]{0,20}(?:[Tt]ensor|[Aa]rray)\\()`, 'm');

/** The two texts in a diff, each with the other's lines blanked out; null if the text is not a diff. */
export function diffSides(text: string): readonly [before: string, after: string] | null {
  if (!HUNK.test(text) && !(MARKED('-').test(text) && MARKED('+').test(text))) return null;
  const lines = text.split('\n');
  return [sideOf(lines, '-'), sideOf(lines, '+')];
}

function sideOf(lines: readonly string[], mark: '-' | '+'): string {
  return lines
    .map((line) => {
      let at = 0;
      while (line[at] === ' ' || line[at] === '\t') at += 1;
      const first = line[at];
      if (first !== '-' && first !== '+' && first !== '@' && first !== '?') return line;
      const head = line.slice(at, at + 3);
      if (head.startsWith('@@') || head === '---' || head === '+++' || head.startsWith('? ')) return blanks(line);
      if (first === mark) return `${line.slice(0, at)} ${line.slice(at + 1)}`;
      return first === '-' || first === '+' ? blanks(line) : line;
    })
    .join('\n');
}
