/** Where a line may end: an address has no white space. */
const BREAKS = /(?<=[\s&,;/-])/;

/** Text in lines no wider than `width`, broken after white space and, in addresses, after a sign. */
export function wrapText(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of text.split(BREAKS)) {
    if (line !== '' && measure((line + part).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += part;
  }
  return line === '' ? lines : [...lines, line.trimEnd()];
}
