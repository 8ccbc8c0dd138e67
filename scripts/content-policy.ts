import { createHash } from 'node:crypto';

type Directive = 'default-src' | 'script-src' | 'style-src' | 'img-src' | 'font-src' | 'connect-src' | 'worker-src' | 'frame-src' | 'object-src' | 'base-uri' | 'form-action';
type Policy = Readonly<Record<Directive, readonly string[]>>;

/**
 * What the page may load, and from where: itself. Pictures that are saved are drawn by way of `data:` and `blob:`
 * addresses; WebAssembly is compiled from bytes, which is no `eval`. A frame stands in the dialog that previews embeds.
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
 * The same for the page as one file, which has all that it needs in it and asks nobody: its worker comes out of its
 * script, its fonts are written into its style sheet. Only the preview of an embed is the published page's.
 *
 * @param site where the page is published, if that is known
 */
export function singlePolicy(site: string | null): Policy {
  return {
    ...SERVED_POLICY,
    'default-src': ["'none'"],
    'script-src': ["'wasm-unsafe-eval'"],
    'style-src': [],
    'img-src': ['data:', 'blob:'],
    'font-src': ['data:'],
    // The fonts, read for a picture that is saved.
    'connect-src': ['data:'],
    'worker-src': ['blob:'],
    'frame-src': [site === null ? "'none'" : new URL(site).origin],
  };
}

function hashOf(inline: string): string {
  return `'sha256-${createHash('sha256').update(inline).digest('base64')}'`;
}

/** Scripts and style sheets with what is written between their tags, each from where it begins: one may speak of the other. */
const INLINE = /<(script|style)\b([^>]*)>([\s\S]*?)<\/\1>/g;

/**
 * The page with its policy in its head, before anything that the policy speaks of. Scripts and styles that are written
 * into the page are named by their hashes.
 *
 * @throws where the page has what no hash can name: attributes with a style or a script in them
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
