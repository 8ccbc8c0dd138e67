/** What a reader does who goes elsewhere; a page that grows in the same moment hides where the scrolling came from. */
const SIGNS = ['hashchange', 'wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

/**
 * Brings an element to where the page is read and keeps it there while the page around it is still taking shape: what
 * lies above may load later and turn out higher or lower than the place kept for it. Ends as soon as anything else
 * moves the page: the reader, or a link that was followed. Returns what ends it at once.
 */
export function landOn(element: Element): () => void {
  let placed = 0;
  let height = 0;
  const land = (): void => {
    element.scrollIntoView({ behavior: 'instant' });
    placed = element.getBoundingClientRect().top;
    height = document.documentElement.scrollHeight;
  };
  const stays = new ResizeObserver(land);
  const end = (): void => {
    stays.disconnect();
    window.removeEventListener('scroll', scrolled);
    for (const sign of SIGNS) window.removeEventListener(sign, end);
  };
  const scrolled = (): void => {
    // Where the page has just changed its height, the observer has yet to be told.
    const grown = document.documentElement.scrollHeight !== height;
    if (!grown && Math.abs(element.getBoundingClientRect().top - placed) > 1) end();
  };
  land();
  stays.observe(document.body);
  window.addEventListener('scroll', scrolled, { passive: true });
  for (const sign of SIGNS) window.addEventListener(sign, end, { passive: true });
  return end;
}
