/**
 * The last step of `npm run build`: writes the text of the chapters and the first style sheet into dist/index.html, so
 * that it can be read before anything else has come.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

const PLACE = '<div id="root"></div>';

/** A style sheet as it has to read in the page, from where its fonts lie in assets/. */
function inPage(sheet: string): string {
  return readFileSync(join('dist', sheet), 'utf8').trim().replaceAll(/url\((["']?)\.\//g, 'url($1./assets/');
}

// Inside the project, so that the bundle finds the project's packages.
const folder = mkdtempSync(join(process.cwd(), 'node_modules', '.prerender-'));
try {
  await build({ logLevel: 'warn', build: { ssr: 'src/page/prerender.tsx', outDir: folder, emptyOutDir: true, sourcemap: false, copyPublicDir: false } });
  const { prerender } = (await import(pathToFileURL(join(folder, 'prerender.js')).href)) as { prerender: () => string };
  const file = join('dist', 'index.html');
  const page = readFileSync(file, 'utf8');
  if (!page.includes(PLACE)) throw new Error(`${file} has no ${PLACE} to write the text into`);
  const styled = page.replace(/<link rel="stylesheet"[^>]* href="\.\/(assets\/[\w.-]+\.css)">/, (_, sheet: string) => `<style>${inPage(sheet)}</style>`);
  if (styled === page) throw new Error(`${file} names no style sheet to write into it`);
  writeFileSync(file, styled.replace(PLACE, () => `<div id="root">${prerender()}</div>`));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
