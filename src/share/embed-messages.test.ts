import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { embedMessage, parseEmbedNews, parseHostMessage } from './embed-messages';

const TO = { target: 'batch-of-one', version: 1 } as const;

describe('a message from the page around an embed', () => {
  it('is read where it is meant for one', () => {
    expect(parseHostMessage({ ...TO, type: 'settings', settings: 'rec=x&cell=1,2' })).toEqual({ type: 'settings', settings: 'rec=x&cell=1,2' });
    expect(parseHostMessage({ ...TO, type: 'theme', theme: 'dark', accent: '0B6E4F' })).toEqual({ type: 'theme', theme: 'dark', accent: '#0b6e4f' });
    expect(parseHostMessage({ ...TO, type: 'theme', accent: '' })).toEqual({ type: 'theme', accent: '' });
  });

  it.each([
    ['nothing', null],
    ['text', 'batch-of-one'],
    ['a list', [TO]],
    ['no target', { version: 1, type: 'settings', settings: '' }],
    ['another target', { ...TO, target: 'webpack', type: 'settings', settings: '' }],
    ['another version', { ...TO, version: 2, type: 'settings', settings: '' }],
    ['an embed’s own news', embedMessage({ type: 'settings', settings: '' })],
    ['another type', { ...TO, type: 'reload' }],
    ['settings that are no text', { ...TO, type: 'settings', settings: { toString: 'k=1' } }],
    ['settings without end', { ...TO, type: 'settings', settings: 'k'.repeat(1e6) }],
    ['a theme that there is not', { ...TO, type: 'theme', theme: 'sepia' }],
    ['a theme that is no text', { ...TO, type: 'theme', theme: ['dark'], accent: 7 }],
    ['an accent with more in it', { ...TO, type: 'theme', accent: '#123456;background:url(//x)' }],
  ])('is left aside: %s', (_, data) => {
    expect(parseHostMessage(data)).toBeNull();
  });

  it('takes what can be read of a theme', () => {
    expect(parseHostMessage({ ...TO, type: 'theme', theme: 'light', accent: 'red' })).toEqual({ type: 'theme', theme: 'light' });
  });

  it('may be anything at all', () => {
    fc.assert(fc.property(fc.anything({ withTypedArray: true, withMap: true, withNullPrototype: true }), (data) => void parseHostMessage(data)));
    fc.assert(
      fc.property(fc.record({ type: fc.constantFrom('settings', 'theme'), settings: fc.anything(), theme: fc.anything(), accent: fc.anything() }), (rest) => {
        const read = parseHostMessage({ ...TO, ...rest });
        if (read?.type === 'settings') expect(read.settings).toBeTypeOf('string');
        if (read?.type === 'theme') expect(JSON.stringify(read)).toMatch(/^\{"type":"theme"(,"theme":"(auto|light|dark)")?(,"accent":"(#[0-9a-f]{6})?")?\}$/);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('news of an embed', () => {
  it('are read as they were written, as far as height and settings go', () => {
    expect(parseEmbedNews(embedMessage({ type: 'height', height: 812 }))).toEqual({ type: 'height', height: 812 });
    expect(parseEmbedNews(embedMessage({ type: 'settings', settings: 'unit=ulp' }))).toEqual({ type: 'settings', settings: 'unit=ulp' });
    expect(parseEmbedNews(embedMessage({ type: 'ready' }))).toBeNull();
  });

  it('are believed from our own kind and version, and of a likely size, only', () => {
    const ours = { source: 'batch-of-one', version: 1 };
    for (const height of [0, -1, NaN, Infinity, 1e9, '812', null, {}]) expect(parseEmbedNews({ ...ours, type: 'height', height })).toBeNull();
    for (const settings of [1, null, {}, 'a'.repeat(1e6)]) expect(parseEmbedNews({ ...ours, type: 'settings', settings })).toBeNull();
    const height = { type: 'height', height: 812 };
    for (const other of [null, undefined, 'height', 812, [], height, { ...ours, ...height, version: 2 }, { ...ours, ...height, source: 'other' }, { target: 'batch-of-one', version: 1, ...height }]) expect(parseEmbedNews(other)).toBeNull();
    fc.assert(fc.property(fc.anything(), (data) => void parseEmbedNews(data)));
  });
});
