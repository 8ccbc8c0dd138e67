import { reveal } from './reveal';

/** Events that show that the reader is going elsewhere; scrolling alone does not, since a growing page scrolls too. */
const SIGNS = ['hashchange', 'wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

/**
 * Unfolds an element, scrolls it into reading position and keeps it there while the layout settles: what lies above may load later
 * and turn out taller or shorter than its placeholder. Ends as soon as anything else moves the page: the reader, or a
 * followed link. Returns a function that ends it at once.
 */
export function landOn(element: Element): () => void {
  let placed = 0;
  let height = 0;
  const land = (): void => {
    element.scrollIntoView({ behavior: 'instant' });
    placed = element.getBoundingClientRect().top;
    height = document.documentElement.scrollHeight;
  };
  reveal(element);
  const stays = new ResizeObserver(land);
  const end = (): void => {
    stays.disconnect();
    window.removeEventListener('scroll', scrolled);
    for (const sign of SIGNS) window.removeEventListener(sign, end);
  };
  const scrolled = (): void => {
    // If the page has just changed its height, the observer has not been called yet.
    const grown = document.documentElement.scrollHeight !== height;
    if (!grown && Math.abs(element.getBoundingClientRect().top - placed) > 1) end();
  };
  land();
  stays.observe(document.body);
  window.addEventListener('scroll', scrolled, { passive: true });
  for (const sign of SIGNS) window.addEventListener(sign, end, { passive: true });
  return end;
}
