import { describe, expect, it } from 'vitest';
import type { VersionHost } from './why-missing';
import { whyMissing } from './why-missing';

const page = (entry: string): string => `<!doctype html><head><script type="module" crossorigin src="./assets/${entry}"></script></head>`;

function why(host: Partial<VersionHost>): Promise<string> {
  return whyMissing({ isOnline: () => true, entry: './assets/index-A.js', readPage: async () => page('index-A.js'), ...host });
}

describe('why a script of the page did not come', () => {
  it('is a newer version, where the page as it is now begins with another script', async () => {
    expect(await why({ readPage: async () => page('index-B.js') })).toBe('newer');
  });

  it('is the network, where the browser knows or nobody answers', async () => {
    expect(await why({ isOnline: () => false, readPage: async () => page('index-B.js') })).toBe('offline');
    expect(await why({ readPage: async () => Promise.reject(new TypeError('Failed to fetch')) })).toBe('offline');
  });

  it.each<[string, Partial<VersionHost>]>([
    ['the page is the same', {}],
    ['the server has no page', { readPage: async () => null }],
    ['something else answers, such as a login page', { readPage: async () => '<!doctype html><script src="./login.js"></script>' }],
    ['the page has no script of its own to compare', { entry: null, readPage: async () => page('index-B.js') }],
  ])('is not known, where %s', async (_, host) => {
    expect(await why(host)).toBe('unknown');
  });
});
