/** A sentence in so many lines, as even as its words allow. */
export function inLines(text: string, lines: 1 | 2): readonly string[] {
  if (lines === 1 || text.length < 40) return [text];
  const middle = text.length / 2;
  const spaces = [...text.matchAll(/ /g)].map(({ index }) => index);
  const [at] = spaces.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  return at === undefined ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
