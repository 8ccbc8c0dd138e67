/**
 * The last step of `npm run build:single`, after `npm run build`: writes the whole page, with its code, fonts, recordings,
 * worker and pictures, into one file that opens from disk, dist-single/batch-of-one.html.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { build } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';
import type * as Prerender from '../src/page/prerender';
import { singlePolicy, withPolicy } from './content-policy';
import { withServerModule } from './server-module';
import { siteAddress } from './site';

const OUT = 'dist-single';
const FILE = 'batch-of-one.html';
const ENTRY = '/src/page/main.tsx';
const SINGLE_ENTRY = '/src/single/main.tsx';
const PLACE = '<div id="root"></div>';

function dataUrl(path: string): string {
  return `data:image/svg+xml;base64,${readFileSync(path).toString('base64')}`;
}

/** The same page, with the entry that fetches nothing. */
const singleEntry: Plugin = {
  name: 'single-entry',
  transformIndexHtml: {
    order: 'pre',
    handler: (page) => {
      if (!page.includes(ENTRY)) throw new Error(`index.html does not begin with ${ENTRY}.`);
      return page.replace(ENTRY, SINGLE_ENTRY).replace('./icon.svg', dataUrl('public/icon.svg'));
    },
  },
};

const site = siteAddress(process.env['SITE_URL']);
const bundled = (await build({
  logLevel: 'warn',
  publicDir: false,
  plugins: [singleEntry, viteSingleFile()],
  worker: { format: 'iife' },
  define: { 'import.meta.env.VITE_SITE_URL': JSON.stringify(site ?? '') },
  build: { write: false, sourcemap: false },
})) as Rolldown.RolldownOutput;
const page = bundled.output.find(({ fileName }) => fileName === 'index.html');
const others = bundled.output.filter((file) => file !== page).map(({ fileName }) => fileName);
if (page?.type !== 'asset' || others.length > 0) throw new Error(`Not everything is in the one file: ${others.join(', ')} lie beside it.`);
const text = String(page.source);
if (!text.includes(PLACE)) throw new Error(`The page has no ${PLACE} to write its text into.`);

await withServerModule('src/page/prerender.tsx', ({ prerender }: typeof Prerender) => {
  const written = prerender((name) => dataUrl(join('dist', 'posters', `${name}.svg`)));
  mkdirSync(OUT, { recursive: true });
  writeFileSync(join(OUT, FILE), withPolicy(text.replace(PLACE, () => `<div id="root">${written}</div>`), singlePolicy(site)));
});
