import { THEME_CHANGED } from '../../charts/theme-colours';
import './still.css';

/** `screen`: the colours that the reader sees. `paper`: ink on light paper, whatever the theme. */
export type StillColours = 'screen' | 'paper';

/** What of a part of the page is drawn: its marked body, or all of it. */
export function bodyOf(part: Element): HTMLElement {
  return part.querySelector<HTMLElement>('[data-part-body]') ?? (part as HTMLElement);
}

/**
 * Lets `draw` look at a part of the page with its controls out of the way and in the colours asked for. All of it
 * happens within one turn of the event loop, so that the reader sees nothing of it.
 */
export function asStill<T>(body: HTMLElement, colours: StillColours, draw: (body: HTMLElement) => T): T {
  const root = document.documentElement;
  const theme = root.dataset['theme'];
  const scrolled = [...body.querySelectorAll('*')].filter((element) => element.scrollLeft !== 0 || element.scrollTop !== 0).map((element) => [element, element.scrollLeft, element.scrollTop] as const);
  body.dataset['still'] = '';
  const all = [...body.querySelectorAll<HTMLElement>('*')];
  for (const element of all.filter((one) => getComputedStyle(one).position === 'sticky')) element.dataset['unstuck'] = '';
  for (const element of all.filter(isRolled)) element.dataset['unrolled'] = '';
  if (colours === 'paper') setTheme('light');
  try {
    return draw(body);
  } finally {
    if (colours === 'paper') setTheme(theme);
    delete body.dataset['still'];
    for (const element of all) {
      delete element.dataset['unstuck'];
      delete element.dataset['unrolled'];
    }
    for (const [element, left, top] of scrolled) element.scrollTo({ left, top, behavior: 'instant' });
  }
}

/** Whether an element shows a part of what it holds, and scrolls. */
function isRolled(element: HTMLElement): boolean {
  if (element.scrollWidth <= element.clientWidth && element.scrollHeight <= element.clientHeight) return false;
  return /auto|scroll/.test(getComputedStyle(element).overflow);
}

/** Sets the page's theme and has canvases, which can't follow by themselves, painted at once. */
function setTheme(theme: string | undefined): void {
  if (theme === undefined) delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  document.dispatchEvent(new Event(THEME_CHANGED));
}
