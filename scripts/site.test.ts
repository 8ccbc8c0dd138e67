import { describe, expect, it } from 'vitest';
import { siteAddress } from './site';

describe('the address of the site', () => {
  it('is none where it is not set', () => {
    expect(siteAddress(undefined)).toBeNull();
    expect(siteAddress('')).toBeNull();
  });

  it('ends with a slash', () => {
    expect(siteAddress('https://example.org')).toBe('https://example.org/');
    expect(siteAddress('https://example.org/batch')).toBe('https://example.org/batch/');
    expect(siteAddress('http://localhost:4173/')).toBe('http://localhost:4173/');
  });

  it.each(['example.org', 'ftp://example.org/', 'javascript:alert(1)', 'https://example.org/?a=1', 'https://example.org/#a'])('is not %s', (text) => {
    expect(() => siteAddress(text)).toThrow('SITE_URL');
  });
});
