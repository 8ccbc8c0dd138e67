/**
 * Makes src/ui/fonts/*.woff2 from the packages named below: `npx tsx scripts/build-fonts.ts`. The results are
 * committed, so a build needs neither the packages nor the network. src/ui/fonts.css says which face serves which
 * character; the two lists must agree.
 */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import subsetFont from 'subset-font';
import { FIGURES, withRaisedFigures } from './raised-figures';

const LATIN = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('');
const PUNCTUATION = '\u00a0‘’“”–—…§©«»·×−±°½¼¾';
const LETTERS = 'àáâäæçèéêëíîïñóôöøúûüßÅÉÖÜ';
const OPERATORS = '≤≥≠≈√∞→←↔↑↓∑∏';
const FIGURE_PLAIN = '0123456789−+T';
const GREEK = 'ΣΔΠγδεκλμπσ';

const SERIF = 'node_modules/@fontsource-variable/source-serif-4';
const MONO = 'node_modules/@fontsource/commit-mono';
const OUT = 'src/ui/fonts';

const KERNED = { keepFeatures: ['kern', 'liga', 'tnum', 'ccmp', 'mark'] };
const faces = [
  { from: `${SERIF}/files/source-serif-4-latin-wght-normal.woff2`, to: 'source-serif', text: LATIN + PUNCTUATION + LETTERS, options: { ...KERNED, variationAxes: { wght: { min: 400, max: 600 } } } },
  { from: `${SERIF}/files/source-serif-4-latin-wght-italic.woff2`, to: 'source-serif-italic', text: LATIN + PUNCTUATION + LETTERS, options: { ...KERNED, variationAxes: { wght: 400 } } },
  { from: `${SERIF}/files/source-serif-4-greek-wght-normal.woff2`, to: 'source-serif-greek', text: GREEK, options: { keepFeatures: [], variationAxes: { wght: { min: 400, max: 600 } } } },
  { from: `${MONO}/files/commit-mono-latin-400-normal.woff2`, to: 'commit-mono', text: LATIN + PUNCTUATION + OPERATORS + GREEK, options: { keepFeatures: [] } },
  { from: `${MONO}/files/commit-mono-latin-700-normal.woff2`, to: 'commit-mono-bold', text: LATIN + PUNCTUATION + OPERATORS, options: { keepFeatures: [] } },
];

mkdirSync(OUT, { recursive: true });
let total = 0;
function write(name: string, font: Buffer): void {
  writeFileSync(`${OUT}/${name}.woff2`, font);
  total += font.length;
  console.log(`${name}.woff2 ${font.length} bytes`);
}

for (const { from, to, text, options } of faces) write(to, await subsetFont(readFileSync(from), text, { targetFormat: 'woff2', ...options }));

const plain = await subsetFont(readFileSync(`${SERIF}/files/source-serif-4-latin-wght-normal.woff2`), FIGURE_PLAIN, { targetFormat: 'sfnt', keepFeatures: [], variationAxes: { wght: 560 } });
write('source-serif-figures', await subsetFont(withRaisedFigures(plain), FIGURES.map(({ char }) => char).join(''), { targetFormat: 'woff2' }));
copyFileSync(`${SERIF}/LICENSE`, `${OUT}/source-serif.LICENSE.txt`);
copyFileSync(`${MONO}/LICENSE`, `${OUT}/commit-mono.LICENSE.txt`);
console.log(`together ${total} bytes`);
if (total > 80_000) throw new Error('The fonts weigh more than 80 kB together.');
