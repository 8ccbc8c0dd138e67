/** Address of the page, without query and anchor. */
export function pageAddress(): string {
  return window.location.href.replace(/[?#].*$/, '');
}
