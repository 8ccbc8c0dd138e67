import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEmbedLink } from '../share/embed-link';
import type { EmbedNews } from '../share/embed-messages';
import { createAppStore } from '../store/store';
import { fakeClock } from '../testing/fake-clock';
import { startTalk } from './host-talk';

function setUp(query: string) {
  const link = readEmbedLink(query);
  const store = createAppStore();
  store.actions.setPart(link.part, link.values);
  const told: EmbedNews[] = [];
  const looks: unknown[] = [];
  const { later, pass, waiting } = fakeClock();
  let hear: (data: unknown) => void = () => undefined;
  startTalk(
    { tell: (news) => told.push(news), listen: (heard) => (hear = heard) },
    {
      link,
      store,
      later,
      onTheme: (look) => looks.push(look),
    },
  );
  const values = () => store.getState().parts[link.part];
  const set = (some: object): void => store.actions.setPart(link.part, some);
  return { values, set, told, notices: () => store.getState().notices, looks, waiting, hear: (message: object) => hear({ target: 'batch-of-one', version: 1, ...message }), quiet: pass };
}

describe('the talk with the page around an embed', () => {
  it('begins with a word that it listens', () => {
    expect(setUp('figure=heatmap').told).toEqual([{ type: 'ready' }]);
  });

  it.each(['heatmap', 'lab'] as const)('tells what was set and selected in %s once it is quiet, and once', (part) => {
    const { set, told, waiting, quiet } = setUp(`figure=${part}&preset=stripes`);
    for (const unit of ['ulp', 'absolute', 'ulp']) set({ unit });
    set({ cell: { line: 128, column: 7 } });
    expect(waiting).toHaveLength(1);
    quiet();
    expect(told.slice(1)).toEqual([
      { type: 'settings', settings: expect.stringMatching(/^unit=ulp&cell=128,7$/) },
      { type: 'selection', selection: { line: 128, column: 7 } },
    ]);
    set({ unit: 'ulp' });
    quiet();
    expect(told).toHaveLength(3);
  });

  it('does what is asked: what is not named is as the embed began', () => {
    const { values, told, notices, hear, quiet } = setUp('figure=heatmap&preset=stripes&unit=ulp');
    hear({ type: 'settings', settings: 'cell=128,1&unit=feet&foo=1' });
    expect(values()).toMatchObject({ recording: 'pytorch-1.13-openblas-768x768', unit: 'relative', cell: { line: 128, column: 1 } });
    expect(notices()).toEqual([
      'Unit (unit): “feet” is none of absolute, ulp, relative; it was left at relative.',
      'Nothing in heatmap is called “foo”; there are view, rec, base, against, layer, unit, cell, batch.',
    ]);
    quiet();
    expect(told.at(-2)).toEqual({ type: 'settings', settings: 'cell=128,1' });
  });

  describe('of numbers that were pasted', () => {
    const HOSTS = 'figure=verdict&example=none&a=1,2&b=1,3';

    it('tells nothing of the reader’s', () => {
      fc.assert(
        fc.property(fc.string({ maxLength: 400 }), fc.string({ maxLength: 400 }), (first, second) => {
          const { set, told, quiet } = setUp('figure=verdict');
          set({ example: 'none', first, second, products: 64 });
          quiet();
          expect(told.slice(1)).toEqual([{ type: 'settings', settings: 'example=none&k=64' }]);
        }),
      );
    });

    it('tells the host’s own back, until the reader’s take the place of one', () => {
      const { values, set, told, quiet, hear } = setUp(HOSTS);
      set({ products: 64 });
      quiet();
      expect(told.at(-1)).toEqual({ type: 'settings', settings: 'example=none&a=1,2&b=1,3&k=64' });
      set({ second: '1,4' });
      quiet();
      expect(told.at(-1)).toEqual({ type: 'settings', settings: 'example=none&k=64' });
      hear({ type: 'settings', settings: 'example=none&a=5&b=6' });
      expect(values()).toMatchObject({ first: '5', second: '6' });
      quiet();
      expect(told.at(-1)).toEqual({ type: 'settings', settings: 'example=none&a=5&b=6' });
    });
  });

  it('leaves the reader’s numbers to a page that sends back what it was told', () => {
    const { set, values, told, quiet, hear } = setUp('figure=verdict');
    set({ example: 'none', first: '1,2', second: '1,4' });
    quiet();
    const last = told.at(-1);
    if (last?.type !== 'settings') throw new Error('Nothing was told.');
    hear({ type: 'settings', settings: last.settings });
    expect(values()).toMatchObject({ example: 'none', first: '1,2', second: '1,4' });
    hear({ type: 'settings', settings: 'example=none&a=3&b=4' });
    expect(values()).toMatchObject({ first: '3', second: '4' });
    quiet();
    expect(told.at(-1)).toEqual({ type: 'settings', settings: 'example=none&a=3&b=4' });
  });

  it('says what could not be taken until the next message', () => {
    const { notices, hear } = setUp('figure=heatmap');
    hear({ type: 'settings', settings: 'unit=feet' });
    expect(notices()).toEqual(['Unit (unit): “feet” is none of absolute, ulp, relative; it was left at relative.']);
    hear({ type: 'settings', settings: 'unit=yards' });
    expect(notices()).toEqual(['Unit (unit): “yards” is none of absolute, ulp, relative; it was left at relative.']);
    hear({ type: 'settings', settings: 'unit=ulp' });
    expect(notices()).toEqual([]);
  });

  it('passes on a theme, and nothing else', () => {
    const { looks, told, hear } = setUp('figure=walks');
    hear({ type: 'theme', theme: 'dark' });
    hear({ type: 'theme', theme: 'pink' });
    hear({ type: 'reload' });
    expect(looks).toEqual([{ type: 'theme', theme: 'dark' }]);
    expect(told).toHaveLength(1);
  });
});
