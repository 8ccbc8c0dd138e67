import { describe, expect, it } from 'vitest';
import { createAppStore } from './store';
import type { UrlHost } from './url-sync';
import { startUrlSync } from './url-sync';

function browser(search = '') {
  const location = { search, pathname: '/page/', hash: '#lab' };
  const written: string[] = [];
  const listeners = new Set<() => void>();
  const host: UrlHost = {
    location,
    history: {
      state: null,
      replaceState: (_state: unknown, _title: string, url?: string | URL | null) => {
        written.push(String(url));
        location.search = /\?[^#]*/.exec(String(url))?.[0] ?? '';
      },
    },
    addEventListener: (_, listener) => listeners.add(listener),
    removeEventListener: (_, listener) => listeners.delete(listener),
  };
  const clocks: (() => void)[] = [];
  const later = (callback: () => void): (() => void) => {
    clocks.push(callback);
    return () => void (clocks.includes(callback) && clocks.splice(clocks.indexOf(callback), 1));
  };
  const store = createAppStore();
  const stop = startUrlSync(store, host, later);
  const quiet = (): void => clocks.splice(0).forEach((callback) => callback());
  const go = (to: string): void => {
    location.search = to;
    for (const listener of listeners) listener();
  };
  return { ...store, written, quiet, go, stop, listeners };
}

describe('the URL', () => {
  it('is written once the settings are quiet, in place, with its hash', () => {
    const { actions, written, quiet } = browser();
    for (let seed = 1; seed <= 30; seed++) actions.set('seed', seed);
    expect(written).toEqual([]);
    quiet();
    expect(written).toEqual(['/page/?v=1&seed=30#lab']);
    actions.reset();
    quiet();
    expect(written[1]).toBe('/page/#lab');
  });

  it('is not written for what it does not carry', () => {
    const { actions, written, quiet } = browser();
    actions.point({ line: 1, column: 1 });
    actions.notify('A notice.');
    actions.set('theme', 'dark');
    quiet();
    expect(written).toEqual([]);
  });

  it('is followed back and forward, and a change still waiting is given up', () => {
    const { actions, go, getState, quiet, written } = browser();
    actions.set('seed', 5);
    go('?k=64');
    expect(getState().settings).toMatchObject({ inFeatures: 64, seed: 72 });
    quiet();
    expect(written).toEqual(['/page/?v=1&k=64#lab']);
  });

  it('is left alone by a jump within the page', () => {
    const { actions, go, getState } = browser();
    actions.set('seed', 5);
    go('');
    expect(getState().settings.seed).toBe(5);
  });

  it('is let go when it is stopped', () => {
    const { stop, listeners, actions, quiet, written } = browser();
    stop();
    actions.set('seed', 5);
    quiet();
    expect(listeners.size).toBe(0);
    expect(written).toEqual([]);
  });
});
