import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as Posters from '../src/posters/built';
import { gallery } from './gallery';
import { withServerModule } from './server-module';

await withServerModule('src/posters/built.ts', ({ allPosters, palettesOf, posterSvg }: typeof Posters) => {
  const t = Date.now();
  const { light, dark } = palettesOf(readFileSync('src/ui/theme.css', 'utf8'));
  mkdirSync('dist/posters', { recursive: true });
  const posters = allPosters(gallery());
  console.log('computed', Date.now() - t);
  for (const { name, title, poster } of posters) {
    const svg = posterSvg(poster, title, light, dark);
    writeFileSync(join('dist/posters', `${name}.svg`), svg);
    console.log(name, svg.length, [poster.subject, ...poster.finding].join(' | '));
  }
});
