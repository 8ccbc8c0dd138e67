import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import subsetFont from 'subset-font';
import { renamedFont } from './renamed-font';

/** Characters that the serif lacks, by the family that has them; unlike in src/ui/fonts.css, it has its own minus. */
const SIGNS = [
  { family: 'Raised', file: 'source-serif-figures', characters: /[\u00b2\u00b3\u00b9\u1d40\u2070-\u2089]+/g, options: {} },
  { family: 'Greek', file: 'source-serif-greek', characters: /[\u0370-\u03ff]+/g, options: { variationAxes: { wght: 400 } } },
  { family: 'Operators', file: 'commit-mono', characters: /[\u2190-\u2211\u2213-\u22ff]+/g, options: {} },
] as const;

const LETTERS = [
  { file: 'source-serif', options: { variationAxes: { wght: 400 } } },
  { file: 'source-serif', options: { variationAxes: { wght: 600 } } },
  { file: 'commit-mono', options: {} },
  { file: 'commit-mono-bold', options: {} },
] as const;

/** The SVG with each of these characters set in the family that has it. */
function inFamilies(svg: string): string {
  return SIGNS.reduce(
    (whole, { family, characters }) => whole.replace(/>[^<]+</g, (text) => text.replace(characters, (some) => `<tspan font-family="${family}">${some}</tspan>`)),
    svg,
  );
}

/**
 * The page's fonts in a form that the renderer can use. It does not support variable weights or `unicode-range`, sets a
 * whole line in another font if that one has all its characters, and loses ligatures in lines with several fonts. So each
 * weight is instanced from its variable font without ligatures, and no font has both letters and the characters that
 * another one lacks.
 */
async function facesFor(text: string): Promise<Buffer[]> {
  const cut = (file: string, characters: string, options: object): Promise<Buffer> =>
    subsetFont(readFileSync(`src/ui/fonts/${file}.woff2`), characters, { targetFormat: 'sfnt', keepFeatures: ['kern'], ...options });
  const letters = SIGNS.reduce((rest, { characters }) => rest.replace(characters, ''), text);
  return Promise.all([
    ...LETTERS.map(({ file, options }) => cut(file, letters, options)),
    ...SIGNS.map(async ({ family, file, characters, options }) => renamedFont(await cut(file, (text.match(characters) ?? []).join(''), options), family)),
  ]);
}

export type DrawCard = (svg: string) => Uint8Array;

/**
 * A renderer from SVG to PNG with the page's fonts.
 *
 * @param text every character that it will have to render
 */
export async function cardRenderer(text: string): Promise<DrawCard> {
  const require = createRequire(import.meta.url);
  await initWasm(readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  const fontBuffers = await facesFor(text);
  return (svg) => new Resvg(inFamilies(svg), { font: { fontBuffers, defaultFontFamily: 'Source Serif 4' } }).render().asPng();
}
