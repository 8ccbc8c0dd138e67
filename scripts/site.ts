/**
 * The address of the built page from SITE_URL, with a trailing slash. Null if that is not set: addresses for other sites
 * are then relative.
 *
 * @throws if it is not the address of a page
 */
export function siteAddress(text: string | undefined): string | null {
  if (text === undefined || text === '') return null;
  const address = URL.canParse(text) ? new URL(text) : null;
  if (address === null || !/^https?:$/.test(address.protocol) || address.search !== '' || address.hash !== '') throw new Error(`SITE_URL is no address of a page: ${text}`);
  return address.href.replace(/\/?$/, '/');
}
