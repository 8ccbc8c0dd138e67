/**
 * A step of `npm run build`: writes the text of the chapters and the first style sheet into dist/index.html, so that the
 * page can be read before anything else has loaded, and the page's policy.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as Prerender from '../src/page/prerender';
import { SERVED_PRESET_FILES } from '../src/page/preset-files';
import { SERVED_POLICY, withPolicy } from './content-policy';
import { withServerModule } from './server-module';

const PLACE = '<div id="root"></div>';

/** A style sheet for inlining in the page, with its font URLs pointing into assets/. */
function inPage(sheet: string): string {
  return readFileSync(join('dist', sheet), 'utf8').trim().replaceAll(/url\((["']?)\.\//g, 'url($1./assets/');
}

await withServerModule('src/page/prerender.tsx', ({ prerender }: typeof Prerender) => {
  const file = join('dist', 'index.html');
  const page = readFileSync(file, 'utf8');
  if (!page.includes(PLACE)) throw new Error(`${file} has no ${PLACE} to write the text into`);
  const styled = page.replace(/<link rel="stylesheet"[^>]* href="\.\/(assets\/[\w.-]+\.css)">/, (_, sheet: string) => `<style>${inPage(sheet)}</style>`);
  if (styled === page) throw new Error(`${file} names no style sheet to write into it`);
  writeFileSync(file, withPolicy(styled.replace(PLACE, () => `<div id="root">${prerender(SERVED_PRESET_FILES)}</div>`), SERVED_POLICY));
});
