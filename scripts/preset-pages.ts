import { EMBED_SANDBOX } from '../src/lib/embed-protocol';
import { PART_TITLES } from '../src/share/part-titles';
import { posterName, presetParts } from '../src/share/presets';
import type { Preset } from '../src/share/presets';
import { escapeHtml } from './escape-html';
import { socialTags } from './social-tags';

/** Size of the frame in an oEmbed response, in CSS pixels: room for most figures on a laptop. */
const FRAME = { width: 800, height: 600 } as const;

/** A preset and its computed findings. */
export interface FoundPreset {
  readonly preset: Preset;
  readonly finding: readonly string[];
}

/** `base` is the address of the site, or the relative path to it from the file. */
function addresses({ name, part }: Preset, base: string): Readonly<Record<'page' | 'social' | 'embed' | 'card' | 'poster', string>> {
  return { page: `${base}?preset=${name}`, social: `${base}presets/${name}.html`, embed: `${base}embed.html?figure=${part}&preset=${name}`, card: `${base}cards/${name}.png`, poster: `${base}posters/${posterName(part, name)}.svg` };
}

function describe({ preset, finding }: FoundPreset): string {
  return [preset.sentence, ...finding].join(' ');
}

/**
 * `presets.json`: every preset with its title, sentence, parts and addresses, relative to the file.
 */
export function presetList(presets: readonly Preset[]): string {
  const entries = presets.map((preset) => ({
    name: preset.name,
    title: preset.title,
    sentence: preset.sentence,
    ...addresses(preset, ''),
    parts: presetParts(preset).map((part) => ({
      id: part,
      title: PART_TITLES[part],
      page: `?preset=${preset.name}#${part}`,
      embed: `embed.html?figure=${part}&preset=${preset.name}`,
      poster: `posters/${posterName(part, preset.name)}.svg`,
    })),
  }));
  return `${JSON.stringify({ presets: entries }, null, 2)}\n`;
}

/**
 * `presets/NAME.html`: the page that a link preview of a preset is made from; it redirects readers to the page. Its
 * `og:url` is its own address, since previews use the tags found at the address named there.
 */
export function presetPage(found: FoundPreset, site: string | null): string {
  const { name, title } = found.preset;
  const onward = addresses(found.preset, '../').page;
  const outside = addresses(found.preset, site ?? '../');
  const text = escapeHtml(describe(found));
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${escapeHtml(title)} · Batch of One</title>
    <meta name="description" content="${text}" />
    <link rel="canonical" href="${escapeHtml(outside.page)}" />
    <link rel="alternate" type="application/json+oembed" href="${site === null ? '' : `${escapeHtml(site)}presets/`}${name}.oembed.json" title="${escapeHtml(title)}" />
    ${socialTags({ title, description: describe(found), url: outside.social, card: outside.card, cardAlt: found.finding.join(' ') })}
    <meta http-equiv="refresh" content="0; url=${escapeHtml(onward)}" />
  </head>
  <body>
    <h1>${escapeHtml(title)}</h1>
    <p>${text}</p>
    <p><a href="${escapeHtml(onward)}">Open it in Batch of One</a></p>
  </body>
</html>
`;
}

/** `presets/NAME.oembed.json`: the preset's own part as a frame (oEmbed 1.0). */
export function presetOembed({ preset }: FoundPreset, site: string | null): string {
  const { embed, card } = addresses(preset, site ?? '../');
  const { width, height } = FRAME;
  const answer = {
    version: '1.0',
    type: 'rich',
    title: preset.title,
    provider_name: 'Batch of One',
    ...(site !== null && { provider_url: site }),
    html: `<iframe src="${escapeHtml(embed)}" title="${escapeHtml(preset.title)}" width="${width}" height="${height}" loading="lazy" sandbox="${EMBED_SANDBOX}" style="border:0;width:100%"></iframe>`,
    width,
    height,
    thumbnail_url: card,
    thumbnail_width: 1200,
    thumbnail_height: 630,
  };
  return `${JSON.stringify(answer, null, 2)}\n`;
}
