import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SERVED_POLICY, withPolicy } from './content-policy';

const PLACE = '<div id="root"></div>';

/** A style sheet for inlining in the page, with its font URLs pointing into assets/. */
function inPage(sheet: string): string {
  return readFileSync(join('dist', sheet), 'utf8').trim().replaceAll(/url\((["']?)\.\//g, 'url($1./assets/');
}

/** Writes a text and the first style sheet into a page in dist, so that it can be read before anything else has loaded, and its policy. */
export function writeText(name: string, text: string): void {
  const file = join('dist', name);
  const page = readFileSync(file, 'utf8');
  if (!page.includes(PLACE)) throw new Error(`${file} has no ${PLACE} to write the text into`);
  const styled = page.replace(/<link rel="stylesheet"[^>]* href="\.\/(assets\/[\w.-]+\.css)">/, (_, sheet: string) => `<style>${inPage(sheet)}</style>`);
  if (styled === page) throw new Error(`${file} names no style sheet to write into it`);
  writeFileSync(file, withPolicy(styled.replace(PLACE, () => `<div id="root">${text}</div>`), SERVED_POLICY));
}
