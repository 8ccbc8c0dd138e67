import type { EmbedChoice, PlaceId } from '../../src/share/embed-code';
import { PLACES } from '../../src/share/embed-code';
import { allEmbeds, fewEmbeds } from './shown-embeds';

/** Files by path below a site's source folder. */
export type Sources = Readonly<Record<string, string>>;

/** The dialog's code for a page of this kind. */
function pageCode(place: PlaceId, choice: EmbedChoice): string {
  return PLACES[place].pieces(choice).at(-1)!.code;
}

/** The dialog's code for the site's configuration, the same for every figure. */
function siteCode(place: 'docusaurus' | 'vitepress', page: string): string {
  return PLACES[place].pieces(fewEmbeds(page)[0]!)[0]!.code;
}

function codes(place: PlaceId, choices: readonly EmbedChoice[]): string[] {
  return choices.map((choice) => pageCode(place, choice));
}

function markdown(title: string, body: readonly string[], end: string): string {
  return `${[`# ${title}`, 'Text of the page before its figures.', ...body, end].join('\n\n')}\n`;
}

function markdownPages(place: PlaceId, page: string, extension = 'md'): Sources {
  return {
    [`index.${extension}`]: markdown('Some figures', codes(place, fewEmbeds(page)), `[All figures](all.${extension})`),
    [`all.${extension}`]: markdown('All figures', codes(place, allEmbeds(page)), 'The end.'),
  };
}

export function mkdocsSources(page: string): Sources {
  return markdownPages('mkdocs', page);
}

export function vitepressSources(page: string): Sources {
  return { ...markdownPages('vitepress', page), '.vitepress/config.mts': `export default {\noutDir: '../site',\n${siteCode('vitepress', page)}\n};\n` };
}

/** The first page is reStructuredText, the second MyST. */
export function sphinxSources(page: string): Sources {
  const title = 'Some figures';
  const index = [title, '='.repeat(title.length), '', 'Text of the page before its figures.', '', ...codes('sphinx', fewEmbeds(page)).flatMap((code) => [code, '']), '.. toctree::', '', '   markdown', ''];
  return { 'index.rst': index.join('\n'), 'markdown.md': markdown('A figure in Markdown', codes('myst', fewEmbeds(page).slice(0, 1)), 'The end.') };
}

export function docusaurusSources(page: string): Sources {
  return { ...markdownPages('docusaurus', page, 'mdx'), 'docusaurus.config.mjs': `export default {\n${siteCode('docusaurus', page)}\n};\n` };
}

/** A cell for each figure. */
export function jupyterCells(page: string): { readonly index: readonly string[]; readonly all: readonly string[] } {
  return { index: codes('jupyter', fewEmbeds(page)), all: codes('jupyter', allEmbeds(page)) };
}

/** The strictest policy under which the code works: it allows frames, and the script if there is one. */
function policy(page: string, withScript: boolean): string {
  const { origin } = new URL(page);
  return [`default-src 'none'`, `style-src 'self'`, `frame-src ${origin}`, ...(withScript ? [`script-src 'self' ${origin}`] : [])].join('; ');
}

function htmlPage(title: string, policyText: string, body: readonly string[], withScript: boolean): string {
  return [
    '<!doctype html>',
    '<html lang="en">',
    `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="Content-Security-Policy" content="${policyText}">`,
    `<title>${title}</title><link rel="stylesheet" href="page.css">`,
    ...(withScript ? ['<button>Other theme</button><script src="page.js" defer></script>'] : []),
    '<p><a href="all.html">All figures</a></p>',
    ...body,
    '<p><a href="index.html">Some figures</a></p>',
    '</html>',
    '',
  ].join('\n');
}

/** Hand-written pages under a strict Content-Security-Policy. */
export function plainSources(page: string): Sources {
  const pageOf = (title: string, choices: readonly EmbedChoice[]): string => htmlPage(title, policy(page, true), codes('html', choices), true);
  return { 'index.html': pageOf('Some figures', fewEmbeds(page)), 'all.html': pageOf('All figures', allEmbeds(page)) };
}

/** The same without a script; also for a notebook's rendered cells. */
export function framePages(page: string, frames: { readonly index: readonly string[]; readonly all: readonly string[] } = { index: codes('iframe', fewEmbeds(page)), all: codes('iframe', allEmbeds(page)) }): Sources {
  return { 'index.html': htmlPage('Some figures', policy(page, false), frames.index, false), 'all.html': htmlPage('All figures', policy(page, false), frames.all, false) };
}
