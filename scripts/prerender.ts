/**
 * The last step of `npm run build`: writes the text of the chapters into dist/index.html, so that it can be read
 * before any script has run.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

const PLACE = '<div id="root"></div>';

// Inside the project, so that the bundle finds the project's packages.
const folder = mkdtempSync(join(process.cwd(), 'node_modules', '.prerender-'));
try {
  await build({ logLevel: 'warn', build: { ssr: 'src/page/prerender.tsx', outDir: folder, emptyOutDir: true, sourcemap: false, copyPublicDir: false } });
  const { prerender } = (await import(pathToFileURL(join(folder, 'prerender.js')).href)) as { prerender: () => string };
  const file = join('dist', 'index.html');
  const page = readFileSync(file, 'utf8');
  if (!page.includes(PLACE)) throw new Error(`${file} has no ${PLACE} to write the text into`);
  writeFileSync(file, page.replace(PLACE, () => `<div id="root">${prerender()}</div>`));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
