import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { SERVED_POLICY, singlePolicy, withPolicy } from './content-policy';

const page = (head: string, body = ''): string => `<!doctype html><html><head>\n    <meta charset="utf-8" />\n${head}</head><body>${body}</body></html>`;

function policyOf(text: string): Record<string, string[]> {
  const [, content = ''] = /<meta charset="utf-8" \/>\n {4}<meta http-equiv="Content-Security-Policy" content="([^"]*)" \/>/.exec(text) ?? [];
  return Object.fromEntries(content.split('; ').map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1)]));
}

describe('the page’s policy', () => {
  it('names what is written into the page by its hash, and nothing else inline', () => {
    const policy = policyOf(withPolicy(page('<style>body{margin:0}</style><script type="module" src="./a.js"></script>'), SERVED_POLICY));
    // printf 'body{margin:0}' | openssl dgst -sha256 -binary | base64
    expect(policy['style-src']).toEqual(["'self'", "'sha256-IAdwN3biDCQ3brrgp1m8kBEsPQYyqfREKOEfeoREopc='"]);
    expect(policy['script-src']).toEqual(["'self'", "'wasm-unsafe-eval'"]);
    expect(policy['connect-src']).toEqual(["'self'"]);
    expect(Object.values(policy).flat()).not.toContain("'unsafe-inline'");
  });

  it('names scripts that hold markup of their own', () => {
    const script = 'const a="<b style=\\"c\\">",s="<style>";';
    const policy = policyOf(withPolicy(page(`<script type="module">${script}</script><style>i{}</style>`), singlePolicy(null)));
    expect(policy['script-src']).toHaveLength(2);
    expect(policy['style-src']).toEqual([`'sha256-${createHash('sha256').update('i{}').digest('base64')}'`]);
    expect(policy['frame-src']).toEqual(["'none'"]);
    expect(policyOf(withPolicy(page(''), singlePolicy('https://example.org/batch/')))['frame-src']).toEqual(['https://example.org']);
    expect(policyOf(withPolicy(page(''), singlePolicy(null)))['style-src']).toEqual(["'none'"]);
  });

  it.each(['<p style="color:red">a</p>', '<button class="a" onclick="b()">a</button>', "<p style='color:red'>a</p>"])('lets no page pass with %s', (body) => {
    expect(() => withPolicy(page('', body), SERVED_POLICY)).toThrow(/refuses/);
  });

  it('takes text for text', () => {
    expect(() => withPolicy(page('', '<p>A style="…" attribute.</p>'), SERVED_POLICY)).not.toThrow();
  });
});
