import monoBold from '../../ui/fonts/commit-mono-bold.woff2?url';
import mono from '../../ui/fonts/commit-mono.woff2?url';
import serifFigures from '../../ui/fonts/source-serif-figures.woff2?url';
import serifGreek from '../../ui/fonts/source-serif-greek.woff2?url';
import serifItalic from '../../ui/fonts/source-serif-italic.woff2?url';
import serif from '../../ui/fonts/source-serif.woff2?url';

/** As in ui/fonts.css, which says why. */
const LATIN = 'U+20-B1, U+B4-B8, U+BA-FF, U+2013-2026';
const FACES = [
  { family: 'Batch Serif', url: serif, weight: '400 600', style: 'normal', range: LATIN, letter: 'M' },
  { family: 'Batch Serif', url: serifItalic, weight: '400 600', style: 'italic', range: LATIN, letter: 'M' },
  { family: 'Batch Serif', url: serifGreek, weight: '400 600', style: 'normal', range: 'U+370-3FF', letter: 'Σ' },
  { family: 'Batch Signs', url: mono, weight: '400 700', style: 'normal', range: 'U+2190-22FF', letter: '→' },
  { family: 'Batch Signs', url: serifFigures, weight: '400 700', style: 'normal', range: 'U+B2-B3, U+B9, U+1D40, U+2070-2089', letter: '⁷' },
  { family: 'Batch Mono', url: mono, weight: '400', style: 'normal', range: null, letter: 'M' },
  { family: 'Batch Mono', url: monoBold, weight: '600 700', style: 'normal', range: null, letter: 'M' },
] as const;

/** A letter of each font face, to check whether the browser has loaded it. */
export const FACE_SAMPLES = FACES.map(({ family, weight, style, letter }) => ({ family, weight: weight.split(' ').at(-1)!, style, letter }));

let loading: Promise<string> | null = null;

/**
 * The page's fonts as a self-contained style sheet, 80 kB of text; empty if they can't be fetched (in a frame with an
 * opaque origin), and the picture then falls back on the reader's fonts.
 */
export function embeddedFonts(): Promise<string> {
  loading ??= makeSheet().catch(() => {
    loading = null;
    return '';
  });
  return loading;
}

async function makeSheet(): Promise<string> {
  const data = new Map<string, string>();
  for (const url of new Set(FACES.map((face) => face.url))) data.set(url, await dataUrl(url));
  return FACES.map(
    ({ family, url, weight, style, range }) =>
      `@font-face{font-family:'${family}';src:url(${data.get(url)}) format('woff2');font-weight:${weight};font-style:${style}${range === null ? '' : `;unicode-range:${range}`}}`,
  ).join('');
}

async function dataUrl(url: string): Promise<string> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return `data:font/woff2;base64,${btoa(text)}`;
}
