import { describe, expect, it } from 'vitest';
import { readPageLink } from '../share/page-link';
import { FIRST_PARTS } from '../share/part-values';
import { fakeClock } from '../testing/fake-clock';
import { createAppStore } from './store';
import type { UrlHost } from './url-sync';
import { startUrlSync } from './url-sync';

function browser(search = '') {
  const location = { search, pathname: '/page/', hash: '#lab' };
  const written: string[] = [];
  const listeners = new Set<() => void>();
  const put = (mark: string, url?: string | URL | null): void => {
    written.push(`${mark}${String(url)}`);
    location.search = /\?[^#]*/.exec(String(url))?.[0] ?? '';
    location.hash = /#.*/s.exec(String(url))?.[0] ?? '';
  };
  const host: UrlHost = {
    location,
    history: {
      state: null,
      replaceState: (_state: unknown, _title: string, url?: string | URL | null) => put('', url),
      pushState: (_state: unknown, _title: string, url?: string | URL | null) => put('+', url),
    },
    addEventListener: (_, listener) => listeners.add(listener),
    removeEventListener: (_, listener) => listeners.delete(listener),
  };
  const { later, pass } = fakeClock();
  const store = createAppStore(readPageLink(search).parts);
  const { writeNow, stop } = startUrlSync(store, host, later);
  const go = (to: string, hash = location.hash): void => {
    location.search = to;
    location.hash = hash;
    for (const listener of listeners) listener();
  };
  return { ...store, written, quiet: pass, go, writeNow, stop, listeners };
}

describe('the URL', () => {
  it('is written once the settings are quiet, in place, with its hash', () => {
    const { actions, written, quiet } = browser();
    for (let seed = 1; seed <= 30; seed++) actions.setPart('lab', { seed: seed });
    expect(written).toEqual([]);
    quiet();
    expect(written).toEqual(['/page/?v=2&seed=30#lab']);
    actions.setPart('lab', FIRST_PARTS.lab);
    quiet();
    expect(written[1]).toBe('/page/#lab');
  });

  it('is written at once before the page is loaded anew, and not again', () => {
    const { actions, written, quiet, writeNow } = browser();
    actions.setPart('lab', { seed: 5 });
    writeNow();
    expect(written).toEqual(['/page/?v=2&seed=5#lab']);
    quiet();
    writeNow();
    expect(written).toHaveLength(1);
  });

  it('is not written for what it does not carry', () => {
    const { actions, written, quiet } = browser();
    actions.point('lab', { line: 1, column: 1 });
    actions.notify('A notice.');
    actions.setTheme('dark');
    actions.setUserRecording({ problem: 'none' });
    quiet();
    expect(written).toEqual([]);
  });

  it('is followed back and forward, and a change still waiting is given up', () => {
    const { actions, go, getState, quiet, written } = browser();
    actions.setPart('lab', { seed: 5 });
    go('?k=64');
    expect(getState().parts.lab).toMatchObject({ inFeatures: 64, seed: 72 });
    quiet();
    expect(written).toEqual([]);
  });

  it('gets an entry of the history for a choice, and none for what is dragged or typed', () => {
    const { actions, quiet, written } = browser();
    actions.setPart('lab', { view: 'whole' });
    quiet();
    actions.setPart('lab', { seed: 7 });
    quiet();
    actions.setPart('lab', { view: 'growth' });
    actions.setPart('lab', { seed: 8 });
    quiet();
    expect(written).toEqual(['+/page/?v=2&view=whole#lab', '/page/?v=2&seed=7&view=whole#lab', '+/page/?v=2&seed=8&view=growth#lab']);
  });

  it('holds what figures are set to, and sets them back', () => {
    const { actions, getState, quiet, written, go } = browser();
    actions.setPart('walks', { products: 64 });
    quiet();
    expect(written).toEqual(['/page/?v=2&walks.k=64#lab']);
    go('?walks.left=2');
    expect(getState().parts.walks).toMatchObject({ products: 768, left: 2 });
    quiet();
    expect(written).toHaveLength(1);
  });

  it('leaves a link that was opened as it is until something changes', () => {
    const { actions, go, quiet, written } = browser();
    go('?preset=stripes&utm_source=x');
    quiet();
    expect(written).toEqual([]);
    actions.setPart('lab', { seed: 5 });
    quiet();
    expect(written[0]).toMatch(/^\/page\/\?v=2&seed=5&rec=pytorch-1\.13-openblas-768x768&cell=128,190&heatmap\.rec=/);
  });

  it('is left alone by a jump within the page', () => {
    const { actions, go, getState } = browser();
    actions.setPart('lab', { seed: 5 });
    go('');
    expect(getState().parts.lab.seed).toBe(5);
  });

  it('keeps pasted numbers behind its anchor, also where a jump within the page drops them, and follows a link to others', () => {
    const { actions, go, getState, quiet, written } = browser();
    actions.setPart('verdict', { example: 'none', first: '1, 2' });
    quiet();
    expect(written).toEqual(['+/page/?v=2&verdict.example=none#lab&verdict.a=1,%202']);
    go('?v=2&verdict.example=none', '#growth');
    expect(getState().parts.verdict.first).toBe('1, 2');
    expect(written.at(-1)).toBe('/page/?v=2&verdict.example=none#growth&verdict.a=1,%202');
    go('?v=2&verdict.example=none', '#verdict&verdict.a=7');
    expect(getState().parts.verdict.first).toBe('7');
    expect(written).toHaveLength(2);
    go('', '#lab');
    expect(getState().parts.verdict).toMatchObject({ example: 'batches', first: '' });
  });

  it('is let go when it is stopped', () => {
    const { stop, listeners, actions, quiet, written } = browser();
    stop();
    actions.setPart('lab', { seed: 5 });
    quiet();
    expect(listeners.size).toBe(0);
    expect(written).toEqual([]);
  });
});
