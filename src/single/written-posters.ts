/**
 * Addresses of the still pictures that the build has written into the page's text, by their names. Read them before the
 * page comes to life: it must find its text as it would write it.
 */
export function writtenPosters(page: ParentNode): ReadonlyMap<string, string> {
  const pictures = page.querySelectorAll<HTMLImageElement>('img[data-poster]');
  return new Map([...pictures].map((picture) => [picture.dataset['poster'] ?? '', picture.src]));
}
