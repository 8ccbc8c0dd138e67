/** Address of the page, without query and anchor; an embed lies beside it. */
export function pageAddress(): string {
  return window.location.href.replace(/[?#].*$/, '').replace(/(?<=\/)embed\.html$/, '');
}
