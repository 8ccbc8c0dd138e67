import { readFileSync } from 'node:fs';

/** A poster as the built embed has it. */
export interface BuiltPoster {
  /** `PART` or `PART--PRESET` */
  readonly name: string;
  readonly part: string;
  readonly preset: string | null;
  /** What the figure finds, as HTML text. */
  readonly finding: string;
}

function plain(html: string): string {
  return html.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** The posters written into dist/embed.html, in its order. */
export function builtPosters(): readonly BuiltPoster[] {
  const page = readFileSync('dist/embed.html', 'utf8');
  return [...page.matchAll(/<template id="poster-([\w-]+)"[^>]*><p>.*?<\/p><p>(.*?)<\/p>/g)].map(([, name = '', finding = '']) => {
    const [part = '', preset = null] = name.split('--');
    return { name, part, preset, finding: plain(finding) };
  });
}

/** The numbers of a text as they are written there: 2,000 and 4.2·10⁻⁷ and 0.0058. */
export function numbersIn(text: string): readonly string[] {
  return text.match(/\d[\d,.]*(?:e−?\d+|·10⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)?/g)?.map((number) => number.replace(/[,.]$/, '')) ?? [];
}

/** All text of an element, that of closed tables too, what stands apart with a space between it. Runs in the page. */
export function wordsOf(element: Element): string {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const words: string[] = [];
  while (texts.nextNode() !== null) words.push(texts.currentNode.textContent ?? '');
  return words.join(' ');
}
