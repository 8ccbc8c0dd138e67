import { describe, expect, it } from 'vitest';
import { readPageLink } from '../share/page-link';
import { createAppStore } from './store';

describe('the store', () => {
  it('takes over what a link says, but for the theme', () => {
    const store = createAppStore();
    store.actions.setAll({ theme: 'dark', seed: 5 });
    store.actions.open(readPageLink('k=64&n=oops'));
    expect(store.getState().settings).toMatchObject({ theme: 'dark', seed: 72 });
    expect(store.getState().settings).toMatchObject({ inFeatures: 64, outFeatures: 768 });
    expect(store.getState().notices).toEqual([expect.stringContaining('“oops” is not a whole number')]);
  });

  it('keeps what the reader set, and computes what fits', () => {
    const store = createAppStore();
    store.actions.setAll({ view: 'whole', wholeBatch: 1024, inFeatures: 4096, outFeatures: 4096 });
    expect(store.getState()).toMatchObject({ settings: { wholeBatch: 1024 }, fitted: { wholeBatch: 39 }, limits: [expect.stringContaining('a batch of 39')] });
    store.actions.set('inFeatures', 16);
    expect(store.getState()).toMatchObject({ fitted: { wholeBatch: 1024 }, limits: [] });
  });

  it('takes text as it is typed: what can’t be read changes nothing', () => {
    const { actions, getState } = createAppStore();
    const before = getState();
    expect(actions.setText('orders', '1:0,0')?.message).toBe('Orders by batch size can’t be read: product 0 is named twice (character 5).');
    expect(getState()).toBe(before);
    expect(actions.setText('orders', '1: kahan')).toBeNull();
    expect(getState().settings.orders).toBe('1:kahan');
    expect(actions.setText('inFeatures', '5000')).toBeNull();
    expect(getState().settings.inFeatures).toBe(4096);
    expect(getState().notices).toEqual(['K, inputs was set to 4096: it goes from 1 to 4096.']);
    actions.dismiss('K, inputs was set to 4096: it goes from 1 to 4096.');
    expect(getState().notices).toEqual([]);
  });

  it('holds each notice once, the newest first', () => {
    const { actions, getState } = createAppStore();
    actions.notify('a', 'b', 'c');
    actions.notify('b');
    expect(getState().notices).toEqual(['b', 'a', 'c']);
    actions.dismiss('a', 'b');
    expect(getState().notices).toEqual(['c']);
  });

  it('selects and points without touching one another', () => {
    const { actions, getState } = createAppStore();
    actions.select({ line: 4, column: 17 });
    actions.point({ line: 1, column: 2 });
    expect(getState().fitted.cell).toEqual({ line: 4, column: 17 });
    actions.point(null);
    expect(getState().settings.cell).toEqual({ line: 4, column: 17 });
    actions.reset();
    expect(getState().settings.cell).toBeNull();
  });
});
