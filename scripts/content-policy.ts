import { createHash } from 'node:crypto';

type Directive = 'default-src' | 'script-src' | 'style-src' | 'img-src' | 'font-src' | 'connect-src' | 'worker-src' | 'frame-src' | 'object-src' | 'base-uri' | 'form-action';
type Policy = Readonly<Record<Directive, readonly string[]>>;

/**
 * What the page may load, and from where: only itself. Saving pictures needs `data:` and `blob:` addresses; WebAssembly is
 * compiled from bytes, which needs no `eval`. The dialog that previews embeds has a frame.
 */
export const SERVED_POLICY: Policy = {
  'default-src': ["'self'"],
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'worker-src': ["'self'"],
  'frame-src': ["'self'"],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
};

/**
 * The same for the one-file page, which contains all that it needs and makes no requests: its worker comes from its script,
 * its fonts are inlined in its style sheet. Only the preview of an embed comes from the published page.
 *
 * @param site where the page is published, if known
 */
export function singlePolicy(site: string | null): Policy {
  return {
    ...SERVED_POLICY,
    'default-src': ["'none'"],
    'script-src': ["'wasm-unsafe-eval'"],
    'style-src': [],
    'img-src': ['data:', 'blob:'],
    'font-src': ['data:'],
    // To read the fonts for a saved picture.
    'connect-src': ['data:'],
    'worker-src': ['blob:'],
    'frame-src': [site === null ? "'none'" : new URL(site).origin],
  };
}

function hashOf(inline: string): string {
  return `'sha256-${createHash('sha256').update(inline).digest('base64')}'`;
}

/** Scripts and style sheets with their contents, matched in document order, since one may mention the other's tags. */
const INLINE = /<(script|style)\b([^>]*)>([\s\S]*?)<\/\1>/g;

/**
 * The page with its policy in its head, before anything that the policy governs. Inline scripts and styles are allowed by
 * their hashes.
 *
 * @throws if the page has what no hash can allow: style attributes, or scripts in attributes
 */
export function withPolicy(page: string, policy: Policy): string {
  const inline = [...page.matchAll(INLINE)].filter(([, , attributes = '']) => !/\ssrc=/.test(attributes));
  const hashesOf = (tag: string): string[] => inline.filter(([, of]) => of === tag).map(([, , , text = '']) => hashOf(text));
  const [refused] = /<[^>]*\s(?:style|on[a-z]+)=["'][^>]*>/.exec(page.replaceAll(INLINE, '')) ?? [];
  if (refused !== undefined) throw new Error(`The page’s policy refuses attributes with a style or a script in them: ${refused.slice(0, 200)}`);
  const named: Policy = { ...policy, 'script-src': [...policy['script-src'], ...hashesOf('script')], 'style-src': [...policy['style-src'], ...hashesOf('style')] };
  const content = Object.entries(named).map(([directive, sources]) => `${directive} ${sources.length === 0 ? "'none'" : sources.join(' ')}`).join('; ');
  const first = /<meta charset="utf-8"\s*\/?>/;
  if (!first.test(page)) throw new Error('The page does not begin with its character set.');
  return page.replace(first, (charset) => `${charset}\n    <meta http-equiv="Content-Security-Policy" content="${content}" />`);
}
