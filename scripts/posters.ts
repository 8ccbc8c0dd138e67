/**
 * The last step of `npm run build`: what others see of the page before they open it. Computes a poster of every part
 * and every preset with the page's own code, and writes the posters, the cards for social previews, a page and an
 * oEmbed response for each preset, and their list; adds the posters to embed.html and the preview tags to index.html.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as Posters from '../src/posters/all-posters';
import { cardSvg } from '../src/posters/card-svg';
import { palettesOf } from '../src/posters/palette';
import { posterSvg } from '../src/posters/poster-svg';
import { cardRenderer } from './draw-card';
import { withPosters } from './embed-posters';
import { gallery } from './gallery';
import type { FoundPreset } from './preset-pages';
import { presetList, presetOembed, presetPage } from './preset-pages';
import { withServerModule } from './server-module';
import { siteAddress } from './site';
import { socialTags } from './social-tags';

const DIST = 'dist';

/** The preset on the page's own card. */
const FRONT = 'linear-4x8';
const FRONT_CARD = 'batch-of-one';

function write(path: string, content: string | Uint8Array): void {
  writeFileSync(join(DIST, path), content);
}

/** The page, with the tags for its preview after its title and description. */
function withSocialTags(page: string, front: Posters.NamedPoster, site: string | null): string {
  const [, title = ''] = /<title>([^<]*)<\/title>/.exec(page) ?? [];
  const [tag = '', description = ''] = /<meta name="description" content="([^"]*)" \/>/.exec(page) ?? [];
  if (title === '' || tag === '') throw new Error('index.html has no title or no description.');
  const tags = socialTags({ title, description, url: site ?? './', card: `${site ?? './'}cards/${FRONT_CARD}.png`, cardAlt: front.poster.finding.join(' ') });
  return page.replace(tag, () => `${tag}\n    ${tags}`);
}

const site = siteAddress(process.env['SITE_URL']);

await withServerModule('src/posters/all-posters.ts', async ({ allPosters }: typeof Posters) => {
  for (const folder of ['posters', 'cards', 'presets']) mkdirSync(join(DIST, folder), { recursive: true });
  const { light, dark } = palettesOf(readFileSync('src/ui/theme.css', 'utf8'));
  const posters = await allPosters(gallery());
  for (const { name, title, poster } of posters) write(`posters/${name}.svg`, posterSvg(poster, title, light, dark));

  const mains = posters.flatMap(({ part, preset, poster }) => (preset !== null && preset.part === part ? [{ preset, poster, finding: poster.finding }] : []));
  const cards = mains.map(({ preset, poster }) => ({ name: preset.name, svg: cardSvg({ title: preset.title, sentences: [...poster.finding, preset.sentence], drawing: poster.drawing }, light) }));
  const front = posters.find(({ preset }) => preset?.name === FRONT)!;
  const question = 'Why a linear layer gives other digits at batch size 1';
  cards.push({ name: FRONT_CARD, svg: cardSvg({ title: question, sentences: [front.poster.subject, ...front.poster.finding], drawing: front.poster.drawing }, light) });
  const draw = await cardRenderer([...new Set(cards.map(({ svg }) => svg).join(''))].join(''));
  for (const { name, svg } of cards) write(`cards/${name}.png`, draw(svg));

  write('presets.json', presetList(mains.map(({ preset }) => preset)));
  for (const found of mains satisfies readonly FoundPreset[]) {
    write(`presets/${found.preset.name}.html`, presetPage(found, site));
    write(`presets/${found.preset.name}.oembed.json`, presetOembed(found, site));
  }

  const index = readFileSync(join(DIST, 'index.html'), 'utf8');
  write('index.html', withSocialTags(index, front, site));
  const embed = readFileSync(join(DIST, 'embed.html'), 'utf8');
  const shown = posters.map(({ name, preset, part, title, poster: { subject, finding, drawing } }) => ({
    name,
    mainOf: preset?.part === part ? preset.name : null,
    title,
    subject,
    finding,
    width: drawing.width,
    height: drawing.height,
  }));
  write('embed.html', withPosters(embed, shown));
});
