/** Where the page is published, for a build that knows it but is not published there itself: the one-file page. */
const PUBLISHED: string | undefined = import.meta.env.VITE_SITE_URL;

/**
 * Address of the page, without query and anchor; the embed and the links lie beside it. In a copy on disk, which nobody else can
 * open, it is the address of the published page, if the copy knows it.
 */
export function pageAddress(): string {
  if (window.location.protocol === 'file:' && PUBLISHED) return PUBLISHED;
  return window.location.href.replace(/[?#].*$/, '').replace(/(?<=\/)(embed|links)\.html$/, '');
}
