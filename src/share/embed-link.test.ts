import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chosenSchedule } from '../testing/chosen-schedule';
import { arbitraryValues } from '../testing/arbitrary-state';
import type { EmbedLink } from './embed-link';
import { EMBED_NAMES, embedTable, namesOf, printEmbedLink, readEmbedLink, readMessageSettings, toldSettings } from './embed-link';
import type { ControlNames } from './embed-settings';
import { EMBED_SETTINGS } from './embed-settings';
import type { PartId } from './figure-settings';
import { FIGURE_IDS, partSettings } from './figure-settings';
import { PRESETS, presetNamed } from './presets';
import { firstValues } from './setting-table';

const PARTS: readonly PartId[] = [...FIGURE_IDS, 'lab'];
const LOOK = firstValues(EMBED_SETTINGS);

const arbitraryControls = (part: PartId): fc.Arbitrary<ControlNames> => (namesOf(part).length === 0 ? fc.constantFrom<ControlNames>('all', []) : fc.oneof(fc.constant<ControlNames>('all'), fc.subarray([...namesOf(part)])));

function arbitraryLinkTo(part: PartId): fc.Arbitrary<Omit<EmbedLink, 'notices'>> {
  return fc.record({
    part: fc.constant(part),
    preset: fc.constantFrom(null, ...PRESETS.filter(({ values }) => values[part] !== undefined)),
    values: arbitraryValues(partSettings(part)),
    look: fc.record({
      theme: fc.constantFrom('auto' as const, 'light' as const, 'dark' as const),
      accent: fc.constantFrom('', '#0b6e4f', '#ffffff'),
      controls: arbitraryControls(part),
      readOnly: fc.boolean(),
      layout: fc.constantFrom('wide' as const, 'compact' as const, 'stage' as const),
    }),
  });
}

const arbitraryLink = fc.oneof(...PARTS.map(arbitraryLinkTo));

/** An embed's address, parsed as in a browser. */
function readAddress(address: string): ReturnType<typeof readEmbedLink> {
  const { search, hash } = new URL(address, 'https://example.org/embed.html');
  return readEmbedLink(search, hash);
}

describe('the address of an embed', () => {
  it('has what a reader pasted behind its #, where no server is sent it', () => {
    const link = { part: 'verdict', preset: null, look: LOOK, values: { ...firstValues(embedTable('verdict', null)), example: 'none', first: '1, 2', second: '#3' } } as const;
    expect(printEmbedLink(link)).toBe('figure=verdict&v=2&example=none#&a=1,%202&b=%233');
    expect(readAddress(`?${printEmbedLink(link)}`).values).toEqual(link.values);
  });

  it('comes back as it was, for every figure and the Lab', () => {
    fc.assert(
      fc.property(arbitraryLink, (link) => {
        expect(readAddress(`?${printEmbedLink(link)}`)).toEqual({ ...link, notices: [] });
      }),
      { numRuns: 300 },
    );
  });

  it('is short where nothing was set', () => {
    const link = { part: 'heatmap', preset: presetNamed('stripes')!, values: firstValues(embedTable('heatmap', presetNamed('stripes')!)), look: LOOK } as const;
    expect(printEmbedLink(link)).toBe('figure=heatmap&preset=stripes');
    expect(readEmbedLink('preset=stripes')).toEqual({ ...link, notices: [] });
  });

  it('sets the figure by its own names, over the preset', () => {
    const { part, values, notices } = readEmbedLink('figure=heatmap&preset=stripes&unit=ulp&cell=128,376');
    expect(notices).toEqual([]);
    expect(part).toBe('heatmap');
    expect(values).toMatchObject({ recording: 'pytorch-1.13-openblas-768x768', unit: 'ulp', cell: { line: 128, column: 376 } });
  });

  it('shows the view that was a figure where it names that, and starts there for messages', () => {
    const alone = readEmbedLink('figure=neighbours&unit=ulp&controls=layer,batch');
    expect(alone).toMatchObject({ part: 'heatmap', values: { view: 'rows', unit: 'ulp' }, look: { controls: ['layer', 'batch'] }, notices: [] });
    expect(printEmbedLink(alone)).toBe('figure=heatmap&preset=neighbours&controls=layer,batch&v=2&unit=ulp');
    const { part, preset, values } = readEmbedLink('preset=stripes&figure=neighbours');
    expect(values).toMatchObject({ view: 'rows', recording: 'pytorch-1.13-openblas-768x768', wholeBatch: 128, cell: null });
    expect(toldSettings(part, preset, values, values)).toBe('');
    expect(readMessageSettings(part, preset, 'cell=3,5').values).toMatchObject({ view: 'rows', wholeBatch: 128, cell: { line: 3, column: 5 } });
    const flips = readEmbedLink('figure=flips&nwidth=128');
    expect(flips).toMatchObject({ part: 'depth', values: { netView: 'flips', netWidth: 128, netDepth: 4 }, notices: [] });
    expect(printEmbedLink(flips)).toBe('figure=depth&preset=flips&v=2&nwidth=128');
  });

  it('is read without a complaint where it says whether the map is to be shown at once, as it now always is', () => {
    for (const past of ['open=0', 'open=1']) expect(readEmbedLink(`figure=heatmap&${past}`)).toEqual(readEmbedLink('figure=heatmap'));
  });

  it('names what is wrong, and shows something all the same', () => {
    expect(readEmbedLink('').part).toBe('thread');
    expect(readEmbedLink('').notices).toEqual([`The address names no figure; there are ${PARTS.join(', ')}.`]);
    const { part, look, notices } = readEmbedLink('figure=<b>x</b>&theme=pink&accent=red&controls=rows,size&readonly=yes&layout=huge&rows=../x&unit=feet&foo=1&%3Cscript%3E=2&preset=nothing&v=9');
    expect(part).toBe('thread');
    expect(look).toEqual({ ...LOOK, controls: [] });
    expect(notices).toEqual([
      'This link was made for another version of the page; what this version understands was applied.',
      `There is no preset called “nothing”; there are ${PRESETS.map(({ name }) => name).join(', ')}.`,
      `There is no figure called “<b>x</b>”; there are ${PARTS.join(', ')}.`,
      'Theme (theme): “pink” is none of auto, light, dark; it was left at auto.',
      'Accent (accent): “red” can’t be read: it is not a colour such as #0b6e4f; it was left at nothing.',
      'Read-only (readonly): “yes” is neither 1 nor 0; it was left at 0.',
      'Layout (layout): “huge” is none of wide, compact, stage; it was left at wide.',
      'Controls (controls): there is none for rows, size; there are case, library, rec, seed, output, beside.',
      'Nothing in thread is called “rows”, “unit”, “foo”; there are case, library, rec, seed, output, beside.',
    ]);
  });

  it('says so where a preset is of other figures', () => {
    expect(readEmbedLink('figure=walks&preset=stripes').notices).toEqual(['The preset stripes sets nothing in walks; it is shown as it begins.']);
    expect(readEmbedLink('figure=nearer&controls=k').notices).toEqual(['Controls (controls): there is none for k; there is nothing to set.']);
  });

  it('takes an accent without its #, which a query would have to escape', () => {
    expect(readEmbedLink('figure=walks&accent=0B6E4F').look.accent).toBe('#0b6e4f');
    expect(readEmbedLink('figure=walks&accent=%230B6E4F').look.accent).toBe('#0b6e4f');
  });

  it('survives arbitrary text, truncated, doubled and huge', { timeout: 30_000 }, () => {
    const whole = printEmbedLink({ part: 'lab', preset: null, values: { ...firstValues(embedTable('lab', null)), orders: chosenSchedule('1:0..63,b;4:*0..63,b').entries }, look: { ...LOOK, controls: ['orders', 'k'], accent: '#123456' } });
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void expect(PARTS).toContain(readEmbedLink(text).part)));
    fc.assert(fc.property(fc.nat(whole.length), (length) => void expect(PARTS).toContain(readEmbedLink(whole.slice(0, length)).part)));
    for (const text of ['%', '%E0%A4%A', '=&=&=', '&'.repeat(1e5), `figure=${'('.repeat(2e5)}`, `controls=${'a,'.repeat(2e5)}`, `accent=${'9'.repeat(1e5)}`, 'x'.repeat(1e6), `${whole}&${whole}`]) expect(PARTS).toContain(readEmbedLink(text).part);
  });

  it('is written one way: what was read of any text is written, read and written alike', () => {
    const pair = fc.tuple(fc.constantFrom(...EMBED_NAMES, ...namesOf('lab'), '__proto__', 'constructor'), fc.oneof(fc.string(), fc.constantFrom('lab', 'heatmap', 'all', 'none', 'k,__proto__', '<img src=x onerror=alert(1)>', 'stripes')));
    fc.assert(
      fc.property(fc.array(pair), (pairs) => {
        const read = readEmbedLink(pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&'));
        const text = printEmbedLink(read);
        const again = readEmbedLink(text);
        expect(again).toEqual({ ...read, notices: again.notices });
        expect(again.notices.filter((notice) => !/^The preset/.test(notice))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('has names of its own that no setting of a part has', () => {
    for (const part of PARTS) for (const name of namesOf(part)) expect(EMBED_NAMES, `${part}: ${name}`).not.toContain(name);
  });
});
