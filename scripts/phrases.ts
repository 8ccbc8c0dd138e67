import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** A phrase of the text that sets a figure. */
interface WrittenPhrase {
  readonly figure: string;
  /** The figure's settings, as in a link. */
  readonly set: string;
  readonly words: string;
}

const CHAPTERS = 'src/chapters';
const MODULE = 'virtual:phrases';

/** All phrases, in the order of the text. */
function writtenPhrases(): readonly WrittenPhrase[] {
  const chapters = readdirSync(CHAPTERS).filter((name) => name.endsWith('.mdx')).sort();
  return chapters.flatMap((name) => {
    const text = readFileSync(join(CHAPTERS, name), 'utf8');
    const found = [...text.matchAll(/<Phrase figure="([^"]*)" set="([^"]*)">(.*?)<\/Phrase>/gs)];
    const all = text.split('<Phrase').length - 1;
    if (found.length !== all) throw new Error(`Of the ${all} phrases in ${name}, only ${found.length} can be read.`);
    return found.map(([, figure, set, inner]) => ({ figure: figure!, set: set!, words: plainText(inner!) }));
  });
}

/** `virtual:phrases`: all phrases of the text, as data. */
export function phrases(): Plugin {
  return {
    name: 'phrases',
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : undefined),
    load: (id) => (id === `\0${MODULE}` ? `export default ${JSON.stringify(writtenPhrases())}` : undefined),
  };
}

/** Text without tags, emphasis and line breaks. */
function plainText(mdx: string): string {
  return mdx
    .replaceAll(/<[^>]*>|[*_`]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
