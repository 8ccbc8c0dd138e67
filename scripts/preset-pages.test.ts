import { PART_TITLES } from '../src/share/part-titles';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { presetParts, PRESETS } from '../src/share/presets';
import { presetList, presetOembed, presetPage } from './preset-pages';

const FINDING = ['711 of 768 outputs differ & "more" <b>.'];
const SITE = 'https://example.org/batch/';

interface Tag {
  readonly name: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

function tags(html: string): Tag[] {
  const found: Tag[] = [];
  visit(fromHtml(html), 'element', ({ tagName, properties }) => {
    found.push({ name: tagName, properties });
  });
  return found;
}

function metaOf(html: string, property: string): unknown {
  return tags(html).find(({ name, properties }) => name === 'meta' && properties['property'] === property)?.properties['content'];
}

describe('the page of a preset', () => {
  it.each(PRESETS)('$name has all that a preview is made of, with absolute addresses where the site is known', (preset) => {
    const html = presetPage({ preset, finding: FINDING }, SITE);
    expect(metaOf(html, 'og:title')).toBe(preset.title);
    expect(metaOf(html, 'og:description')).toBe(`${preset.sentence} ${FINDING.join(' ')}`);
    expect(metaOf(html, 'og:url')).toBe(`${SITE}presets/${preset.name}.html`);
    expect(metaOf(html, 'og:image')).toBe(`${SITE}cards/${preset.name}.png`);
    expect(metaOf(html, 'og:image:alt')).toBe(FINDING.join(' '));
    const all = tags(html);
    expect(all.find(({ properties }) => properties['name'] === 'twitter:card')?.properties['content']).toBe('summary_large_image');
    expect(all.find(({ name, properties }) => name === 'link' && String(properties['rel']) === 'canonical')?.properties['href']).toBe(`${SITE}?preset=${preset.name}`);
    const alternate = all.find(({ properties }) => properties['type'] === 'application/json+oembed');
    expect(alternate?.properties['href']).toBe(`${SITE}presets/${preset.name}.oembed.json`);
    expect(all.filter(({ name }) => name === 'script' || name === 'b')).toEqual([]);
    // It leads on to the page wherever it lies, by a redirect and by a link.
    expect(all.find(({ properties }) => String(properties['httpEquiv']) === 'refresh')?.properties['content']).toBe(`0; url=../?preset=${preset.name}`);
    expect(all.find(({ name }) => name === 'a')?.properties['href']).toBe(`../?preset=${preset.name}`);
  });

  it('has relative addresses where the site is not known', () => {
    const html = presetPage({ preset: PRESETS[0]!, finding: [] }, null);
    expect(html).not.toContain('http://');
    expect(html).not.toContain('https://');
    expect(metaOf(html, 'og:image')).toBe(`../cards/${PRESETS[0]!.name}.png`);
  });
});

describe('the oEmbed answer', () => {
  it.each(PRESETS)('$name has what oEmbed 1.0 (2.3.4.4) requires of a rich one, and a sandboxed frame with a title', (preset) => {
    const answer = JSON.parse(presetOembed({ preset, finding: FINDING }, SITE)) as Record<string, unknown>;
    expect(answer['type']).toBe('rich');
    expect(answer['version']).toBe('1.0');
    expect(answer['width']).toBeTypeOf('number');
    expect(answer['height']).toBeTypeOf('number');
    // oEmbed requires a thumbnail's address, width and height together or not at all.
    expect(answer).toMatchObject({ thumbnail_url: `${SITE}cards/${preset.name}.png`, thumbnail_width: 1200, thumbnail_height: 630 });
    const frames = tags(String(answer['html'])).filter(({ name }) => name === 'iframe');
    expect(frames).toHaveLength(1);
    expect(frames[0]!.properties).toMatchObject({ src: `${SITE}embed.html?figure=${preset.part}&preset=${preset.name}`, title: preset.title });
    expect(String(frames[0]!.properties['sandbox'])).toContain('allow-scripts');
    expect(String(frames[0]!.properties['sandbox'])).not.toContain('allow-same-origin');
  });
});

describe('the list of presets', () => {
  it('names every preset with its parts, and no address outside', () => {
    const { presets } = JSON.parse(presetList(PRESETS)) as { presets: { name: string; sentence: string; parts: { id: string; title: string }[] }[] };
    expect(presets.map(({ name }) => name)).toEqual(PRESETS.map(({ name }) => name));
    presets.forEach((entry, i) => {
      expect(entry.sentence).toBe(PRESETS[i]!.sentence);
      expect(entry.parts.map(({ id }) => id)).toEqual(presetParts(PRESETS[i]!));
      expect(entry.parts[0]!.title).toBe(PART_TITLES[PRESETS[i]!.part]);
    });
    expect(presetList(PRESETS)).not.toContain('//');
  });
});
