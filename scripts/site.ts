/**
 * Where the built page will lie, with a slash at its end: SITE_URL. Null where that is not set: addresses that others
 * read are relative then.
 *
 * @throws where it is no address of a page
 */
export function siteAddress(text: string | undefined): string | null {
  if (text === undefined || text === '') return null;
  const address = URL.canParse(text) ? new URL(text) : null;
  if (address === null || !/^https?:$/.test(address.protocol) || address.search !== '' || address.hash !== '') throw new Error(`SITE_URL is no address of a page: ${text}`);
  return address.href.replace(/\/?$/, '/');
}
