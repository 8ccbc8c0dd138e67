import { EMBED_PERMISSIONS, EMBED_SANDBOX } from '../lib/embed-protocol';
import { attribute, htmlText, markdownAddress, markdownText, quoted } from './code-text';
import type { EmbedLink } from './embed-link';
import { embedTable, printEmbedLink } from './embed-link';
import { EMBED_SETTINGS } from './embed-settings';
import { LINK_VERSION, partLink } from './page-link';
import { presetOf } from './preset-of';
import { posterName } from './presets';
import { queryText } from './query-text';
import { printTable } from './setting-table';

/** An embed as an author wants it. */
export interface EmbedChoice extends Pick<EmbedLink, 'part' | 'values' | 'look'> {
  /** Address of the page, a normalised URL without query and anchor. */
  readonly page: string;
  /** Name of the part, for readers who can't see it. */
  readonly title: string;
  /** The element takes the link colour of the surrounding page, which an address can't ask for. */
  readonly hostAccent: boolean;
  /** Height when last shown, in CSS pixels; null before that. */
  readonly height: number | null;
}

/** A piece of code and where it goes. */
export interface CodePiece {
  readonly into: string;
  readonly code: string;
}

interface Place {
  readonly label: string;
  readonly note: (choice: EmbedChoice) => string;
  readonly pieces: (choice: EmbedChoice) => readonly CodePiece[];
}

/** Height of a frame without a script, if nothing has been measured. */
const ANY_HEIGHT = 640;

const FOLLOWS = 'Takes the height that the figure needs, and follows the light or dark theme of your page as it changes.';

/** Where an embed can be pasted, and the code for each place. */
export const PLACES = {
  html: { label: 'HTML', note: () => FOLLOWS, pieces: (choice) => [{ into: 'Page', code: `${script(choice)}\n${elementWithLink(choice)}` }] },
  iframe: {
    label: 'HTML, no script',
    note: () => 'A plain frame, where a page takes no script. Its height is the one measured in the preview and stays; the theme “auto” follows the reader’s system.',
    pieces: (choice) => [{ into: 'Page', code: frame(choice) }],
  },
  docusaurus: {
    label: 'Docusaurus (MDX)',
    note: () => FOLLOWS,
    pieces: (choice) => [
      { into: 'docusaurus.config.js, once for the site', code: `scripts: [{ src: ${quoted(scriptAddress(choice))}, async: true }],` },
      { into: 'MDX page', code: element(choice) },
    ],
  },
  vitepress: {
    label: 'VitePress',
    note: () => FOLLOWS,
    pieces: (choice) => [
      {
        into: '.vitepress/config.mts, once for the site',
        code: [`head: [['script', { src: ${quoted(scriptAddress(choice))}, async: '' }]],`, "vue: { template: { compilerOptions: { isCustomElement: (tag) => tag === 'batch-of-one' } } },"].join('\n'),
      },
      { into: 'Markdown page', code: element(choice) },
    ],
  },
  sphinx: { label: 'Sphinx (reStructuredText)', note: () => FOLLOWS, pieces: (choice) => [{ into: 'Page', code: ['.. raw:: html', '', ...[script(choice), element(choice)].map((line) => `   ${line}`)].join('\n') }] },
  myst: { label: 'Sphinx (MyST)', note: () => FOLLOWS, pieces: (choice) => [{ into: 'Page', code: ['```{raw} html', script(choice), element(choice), '```'].join('\n') }] },
  // Python-Markdown knows no custom elements, but leaves the content of a div alone.
  mkdocs: { label: 'MkDocs', note: () => FOLLOWS, pieces: (choice) => [{ into: 'Page', code: ['<div>', script(choice), element(choice), '</div>'].join('\n') }] },
  jupyter: {
    label: 'Jupyter',
    note: () => 'A plain frame. Its height is the one measured in the preview and stays; the theme “auto” follows the reader’s system.',
    pieces: (choice) => [{ into: 'Code cell', code: `from IPython.display import IFrame\nIFrame(${quoted(embedAddress(choice))}, width="100%", height=${choice.height ?? ANY_HEIGHT}, extras=[${quoted(attribute('title', choice.title).trim())}])` }],
  },
  picture: {
    label: 'GitHub, other Markdown',
    note: (choice) =>
      `Where frames are stripped: a picture that leads to the live figure. ${presetOf(choice.part, choice.values) === null ? 'It shows the figure as it begins, not as you have set it; the link opens it as you have set it.' : 'It shows the figure as it is set here.'}`,
    pieces: (choice) => [{ into: 'Markdown', code: `[![${markdownText(choice.title)}](${markdownAddress(pictureAddress(choice))})](${markdownAddress(pageLink(choice))})` }],
  },
} as const satisfies Record<string, Place>;

export type PlaceId = keyof typeof PLACES;

export const PLACE_IDS = Object.keys(PLACES) as PlaceId[];

/** Address of a file beside the page. */
function beside(page: string, file: string): string {
  return new URL(file, page).href;
}

/** Address of the embed itself. */
export function embedAddress({ page, part, values, look }: Pick<EmbedChoice, 'page' | 'part' | 'values' | 'look'>): string {
  return `${beside(page, 'embed.html')}?${printEmbedLink({ part, preset: presetOf(part, values), values, look })}`;
}

function scriptAddress({ page }: EmbedChoice): string {
  return beside(page, 'embed.js');
}

function script(choice: EmbedChoice): string {
  return `<script${attribute('src', scriptAddress(choice))} async></script>`;
}

function element(choice: EmbedChoice, content = ''): string {
  return `<batch-of-one${elementAttributes(choice).map(([name, text]) => attribute(name, text)).join('')}>${content}</batch-of-one>`;
}

/** With a link inside, for readers without scripts and for feeds. */
function elementWithLink(choice: EmbedChoice): string {
  return element(choice, `\n  <a${attribute('href', pageLink(choice))}>${htmlText(choice.title)}</a>\n`);
}

function elementAttributes({ part, values, look, hostAccent, height, title }: EmbedChoice): [string, string][] {
  const preset = presetOf(part, values);
  const own = printTable(embedTable(part, preset), values, 'embed');
  const looks = printTable(EMBED_SETTINGS, look, 'embed').filter(([name]) => !(hostAccent && name === EMBED_SETTINGS.accent.name));
  return [
    ['figure', part],
    ...(preset === null ? [] : [['preset', preset.name] as [string, string]]),
    ...(own.length === 0 ? [] : [['settings', queryText([['v', LINK_VERSION], ...own])] as [string, string]]),
    ...looks,
    ...(hostAccent ? [[EMBED_SETTINGS.accent.name, 'auto'] as [string, string]] : []),
    ...(height === null ? [] : [['height', String(height)] as [string, string]]),
    ['title', title],
  ];
}

function frame(choice: EmbedChoice): string {
  const attributes: [string, string][] = [
    ['src', embedAddress(choice)],
    ['title', choice.title],
    ['width', '100%'],
    ['height', String(choice.height ?? ANY_HEIGHT)],
    // An attribute rather than a style: pages with a strict policy take it too.
    ['frameborder', '0'],
    ['loading', 'lazy'],
    ['sandbox', EMBED_SANDBOX],
    ['allow', EMBED_PERMISSIONS],
  ];
  return `<iframe${attributes.map(([name, text]) => attribute(name, text)).join('')}></iframe>`;
}

/** The card of a preset, or a drawing of the part. */
function pictureAddress({ page, part, values }: EmbedChoice): string {
  const preset = presetOf(part, values);
  if (preset === null) return beside(page, `posters/${posterName(part)}.svg`);
  return beside(page, preset.part === part ? `cards/${preset.name}.png` : `posters/${posterName(part, preset.name)}.svg`);
}

/** The full page in the same state. */
function pageLink({ page, part, values }: EmbedChoice): string {
  const preset = presetOf(part, values);
  return preset === null ? partLink(page, part, values) : `${page}?preset=${preset.name}#${part}`;
}
