import { evaluate } from '@mdx-js/mdx';
import fc from 'fast-check';
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import * as runtime from 'react/jsx-runtime';
import { describe, expect, it } from 'vitest';
import { arbitraryValues } from '../testing/arbitrary-state';
import type { EmbedChoice, PlaceId } from './embed-code';
import { embedAddress, PLACE_IDS, PLACES } from './embed-code';
import { embedTable, namesOf, readEmbedLink } from './embed-link';
import { EMBED_SETTINGS } from './embed-settings';
import type { PartId } from './figure-settings';
import { FIGURE_IDS, partSettings } from './figure-settings';
import { anchorOf, readPageLink } from './page-link';
import { presetNamed } from './presets';
import { firstValues } from './setting-table';

const PAGE = 'https://batch.example/one/';
const LOOK = firstValues(EMBED_SETTINGS);

function choiceOf(part: PartId, preset: string | null, more: Partial<EmbedChoice> = {}): EmbedChoice {
  return { page: PAGE, title: 'A whole layer', part, values: firstValues(embedTable(part, preset === null ? null : presetNamed(preset)!)), look: LOOK, hostAccent: false, height: null, ...more };
}

function code(place: PlaceId, choice: EmbedChoice, piece = 0): string {
  return PLACES[place].pieces(choice)[piece]!.code;
}

const HOSTILE = ['"><script>alert(1)</script>', "'); import os; os.remove('x') #", '\\"', '\\', '```\n# heading', '\n\n.. raw:: html\n\n   <b>', '](javascript:alert(1))', '{alert(1)}', '${1}', '&quot;&lt;b>', '</div></batch-of-one>', ' ', '--> <!--', '*/'];
const hostile = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 30 }), fc.tuple(fc.string(), fc.constantFrom(...HOSTILE), fc.string()).map((parts) => parts.join('')));
/** Addresses as a browser normalises them. */
const page = fc.webUrl().map((url) => new URL(url).href.replace(/[?#].*$/, ''));

function arbitraryChoice(part: PartId): fc.Arbitrary<EmbedChoice> {
  const values = arbitraryValues(partSettings(part));
  return fc.record({
    page,
    title: hostile,
    part: fc.constant(part),
    values: part === 'verdict' ? fc.tuple(values, hostile).map(([all, first]) => ({ ...all, first })) : values,
    look: fc.record({
      theme: fc.constantFrom('auto' as const, 'light' as const, 'dark' as const),
      accent: fc.constantFrom('', '#0b6e4f'),
      controls: namesOf(part).length === 0 ? fc.constant('all' as const) : fc.oneof(fc.constant('all' as const), fc.subarray([...namesOf(part)])),
      readOnly: fc.boolean(),
      layout: fc.constantFrom('wide' as const, 'compact' as const),
    }),
    hostAccent: fc.boolean(),
    height: fc.option(fc.integer({ min: 1, max: 9000 })),
  });
}

const anyChoice = fc.oneof(...FIGURE_IDS.map(arbitraryChoice), arbitraryChoice('lab'), arbitraryChoice('verdict'));

function elementsIn(html: string): Element[] {
  const found: Element[] = [];
  const visit = (nodes: readonly unknown[]): void => {
    for (const node of nodes as readonly Element[]) {
      if (node.type !== 'element') continue;
      found.push(node);
      visit(node.children);
    }
  };
  visit(fromHtml(html, { fragment: true }).children);
  return found;
}

/** An embed's address, parsed as in a browser. */
function readAddress(address: string): ReturnType<typeof readEmbedLink> {
  const { search, hash } = new URL(address, 'https://example.org/embed.html');
  return readEmbedLink(search, hash);
}

/** What the element's attributes ask for, once embed.js has put them into an address. */
function asked(element: Element): ReturnType<typeof readEmbedLink> {
  const { settings, ...attributes } = element.properties as Record<string, string | string[] | boolean>;
  const pairs = Object.entries(attributes).filter(([name]) => !['height', 'title'].includes(name)).map(([name, text]) => `${name.toLowerCase()}=${encodeURIComponent(name === 'readOnly' ? '1' : String(text))}`);
  return readEmbedLink([...pairs, ...(settings === undefined ? [] : [String(settings)])].join('&'));
}

/** Line ends and control characters become spaces, in every language. */
function plain(text: string): string {
  // eslint-disable-next-line no-control-regex -- what is replaced, spelt out a second time
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ');
}

function expectElement(elements: readonly Element[], choice: EmbedChoice): void {
  const element = elements.find(({ tagName }) => tagName === 'batch-of-one')!;
  const read = asked(element);
  expect(read.part).toBe(choice.part);
  expect(read.values).toEqual(readAddress(embedAddress(choice)).values);
  expect(read.look.controls).toEqual(choice.look.controls);
  expect(element.properties['title']).toBe(plain(choice.title));
}

async function rendered(mdx: string): Promise<Element[]> {
  const { default: Content } = await evaluate(mdx, { ...runtime, baseUrl: import.meta.url });
  // React adds links of its own to preload pictures.
  return elementsIn(renderToStaticMarkup(createElement(Content))).filter(({ tagName }) => tagName !== 'link');
}

describe('code of an embed', () => {
  it('is a few lines, in each language', () => {
    const choice = choiceOf('heatmap', 'stripes', { height: 720 });
    const tag = '<batch-of-one figure="heatmap" preset="stripes" height="720" title="A whole layer">';
    const src = `<script src="${PAGE}embed.js" async></script>`;
    expect(code('html', choice)).toBe(`${src}\n${tag}\n  <a href="${PAGE}?preset=stripes#heatmap">A whole layer</a>\n</batch-of-one>`);
    expect(code('sphinx', choice)).toBe(`.. raw:: html\n\n   ${src}\n   ${tag}</batch-of-one>`);
    expect(code('myst', choice)).toBe(`\`\`\`{raw} html\n${src}\n${tag}</batch-of-one>\n\`\`\``);
    expect(code('mkdocs', choice)).toBe(`<div>\n${src}\n${tag}</batch-of-one>\n</div>`);
    expect(code('docusaurus', choice)).toBe(`scripts: [{ src: "${PAGE}embed.js", async: true }],`);
    expect(code('docusaurus', choice, 1)).toBe(`${tag}</batch-of-one>`);
    expect(code('jupyter', choice)).toBe(`from IPython.display import IFrame\nIFrame("${PAGE}embed.html?figure=heatmap&preset=stripes", width="100%", height=720, extras=["title=\\"A whole layer\\""])`);
    expect(code('picture', choice)).toBe(`[![A whole layer](${PAGE}cards/stripes.png)](${PAGE}?preset=stripes#heatmap)`);
    for (const place of PLACE_IDS) for (const { code: text } of PLACES[place].pieces(choice)) expect(text.split('\n').length, place).toBeLessThanOrEqual(4);
  });

  it('names the look and what is set, and leaves out what is as it begins', () => {
    const choice = choiceOf('heatmap', null, { look: { theme: 'dark', accent: '#0b6e4f', controls: ['unit', 'base'], readOnly: true, layout: 'compact' } });
    const set = { ...choice, values: { ...choice.values, unit: 'ulp', cell: { line: 4, column: 17 } } };
    const [element] = elementsIn(code('docusaurus', set, 1));
    expect(element?.properties).toMatchObject({ figure: 'heatmap', settings: 'v=2&unit=ulp&cell=4,17', theme: 'dark', accent: '#0b6e4f', controls: 'unit,base', layout: 'compact' });
    expect(code('html', { ...set, hostAccent: true })).toContain(' accent="auto"');
    expect(code('iframe', { ...set, hostAccent: true })).toContain('accent=%230b6e4f');
  });

  it('says which picture it is that a page without frames gets', () => {
    expect(code('picture', choiceOf('lab', 'stripes'))).toContain('posters/lab--stripes.svg');
    expect(PLACES.picture.note(choiceOf('lab', 'stripes'))).toMatch(/as it is set here\.$/);
    const other = choiceOf('heatmap', 'stripes', { values: { ...choiceOf('heatmap', 'stripes').values, unit: 'ulp' } });
    expect(code('picture', other)).toContain('posters/heatmap.svg');
    expect(PLACES.picture.note(other)).toMatch(/not as you have set it/);
  });

  it('can’t be broken out of in HTML, whatever is set', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(anyChoice, (choice) => {
        const html = elementsIn(code('html', choice));
        expect(html.map(({ tagName }) => tagName)).toEqual(['script', 'batch-of-one', 'a']);
        expectElement(html, choice);
        const frames = elementsIn(code('iframe', choice));
        expect(frames.map(({ tagName }) => tagName)).toEqual(['iframe']);
        expect(frames[0]!.properties['src']).toBe(embedAddress(choice));
        expect(Object.keys(frames[0]!.properties).sort()).toEqual(['allow', 'frameBorder', 'height', 'loading', 'sandbox', 'src', 'title', 'width']);
        expect(elementsIn(code('mkdocs', choice)).map(({ tagName }) => tagName)).toEqual(['div', 'script', 'batch-of-one']);
      }),
      { numRuns: 300 },
    );
  });

  it('can’t leave its lines in reStructuredText, MyST and MkDocs', { timeout: 30_000 }, () => {
    // Where Python's str.splitlines, and so docutils, ends a line.
    // eslint-disable-next-line no-control-regex -- control characters are what it is about
    const lines = (text: string): string[] => text.split(/\r\n|[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]/);
    fc.assert(
      fc.property(anyChoice, (choice) => {
        const sphinx = lines(code('sphinx', choice));
        expect(sphinx.length).toBe(4);
        expect(sphinx.slice(2).every((line) => line.startsWith('   <'))).toBe(true);
        expect(lines(code('myst', choice)).map((line) => line[0])).toEqual(['`', '<', '<', '`']);
        expect(lines(code('mkdocs', choice)).map((line) => line[0])).toEqual(['<', '<', '<', '<']);
      }),
      { numRuns: 300 },
    );
  });

  it('is one element to MDX, with what was set in its attributes', { timeout: 30_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anyChoice, async (choice) => {
        const elements = await rendered(code('docusaurus', choice, 1));
        expect(elements.map(({ tagName }) => tagName).filter((name) => name !== 'p')).toEqual(['batch-of-one']);
        expectElement(elements, choice);
      }),
      { numRuns: 100 },
    );
  });

  it('is a picture in a link to Markdown, and the link opens what was set', { timeout: 30_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anyChoice, async (choice) => {
        const elements = await rendered(code('picture', choice));
        expect(elements.map(({ tagName }) => tagName)).toEqual(['p', 'a', 'img']);
        const address = new URL(String(elements[1]!.properties['href']));
        expect(anchorOf(address.hash)).toBe(choice.part);
        const { parts, notices } = readPageLink(address.search, address.hash);
        expect(notices).toEqual([]);
        const [opened, wanted]: readonly Readonly<Record<string, unknown>>[] = [parts[choice.part], choice.values];
        for (const [key, setting] of Object.entries(partSettings(choice.part))) if (setting.scopes.includes('url') || setting.scopes.includes('fragment')) expect(setting.print(opened![key])).toBe(setting.print(wanted![key]));
      }),
      { numRuns: 100 },
    );
  });

  it('is a string to Python and JavaScript, and safe where IPython writes it into HTML as it stands', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(anyChoice, (choice) => {
        const [, text, extra] = /^from IPython\.display import IFrame\nIFrame\((".*"), width="100%", height=\d+, extras=\[(".*")\]\)$/.exec(code('jupyter', choice)) ?? [];
        const address = JSON.parse(text!) as string;
        expect(address).toBe(embedAddress(choice));
        expect(elementsIn(`<iframe src="${address}" ${JSON.parse(extra!) as string}></iframe>`).map(({ properties }) => properties)).toEqual([{ src: address, title: plain(choice.title) }]);
        const [, scripts] = /^scripts: (\[.*\]),$/.exec(code('docusaurus', choice)) ?? [];
        // As a site's configuration would evaluate it.
        expect(new Function(`return ${scripts!}`)()).toEqual([{ src: new URL('embed.js', choice.page).href, async: true }]);
      }),
      { numRuns: 300 },
    );
  });
});
