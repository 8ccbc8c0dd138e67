/** Longer than any word: an address, which may be broken after a punctuation mark. */
const LONG = 30;

/** Wraps text to lines no wider than `width`, at white space and, in long words, after punctuation. */
export function wrapText(text: string, width: number, measure: (text: string) => number): string[] {
  const parts = text.split(/(?<=\s)/).flatMap((word) => (word.length > LONG ? word.split(/(?<=[&,;/])/) : [word]));
  const lines: string[] = [];
  let line = '';
  for (const part of parts) {
    if (line !== '' && measure((line + part).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += part;
  }
  return line === '' ? lines : [...lines, line.trimEnd()];
}
