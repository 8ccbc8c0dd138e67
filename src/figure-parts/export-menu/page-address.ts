/** Where the page is published, in a build that knows it and is not itself published there: the one-file page. */
const PUBLISHED: string | undefined = import.meta.env.VITE_SITE_URL;

/**
 * Address of the page, without query and anchor; an embed lies beside it. From a copy on somebody's disk, which nobody
 * else can open, it is that of the published page, where the copy knows it.
 */
export function pageAddress(): string {
  if (window.location.protocol === 'file:' && PUBLISHED) return PUBLISHED;
  return window.location.href.replace(/[?#].*$/, '').replace(/(?<=\/)embed\.html$/, '');
}
