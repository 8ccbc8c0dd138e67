import { lookAgain } from '../../charts/look-again';
import './still.css';

/** `screen`: the colours that the reader sees. `paper`: ink on light paper, whatever the theme. */
export type StillColours = 'screen' | 'paper';

export interface StillLook {
  readonly colours: StillColours;
  /** In CSS pixels; by default, as wide as on the screen. */
  readonly width?: number;
}

/** The element of a part to draw: its marked body, or the whole part. */
export function bodyOf(part: Element): HTMLElement {
  return part.querySelector<HTMLElement>('[data-part-body]') ?? (part as HTMLElement);
}

/**
 * Calls `draw` with the controls of a part of the page hidden, in the given colours and width. It all happens within one
 * turn of the event loop, so the reader never sees it.
 */
export function asStill<T>(body: HTMLElement, { colours, width }: StillLook, draw: (body: HTMLElement) => T): T {
  const root = document.documentElement;
  const theme = root.dataset['theme'];
  const scrolled = [...body.querySelectorAll('*')].filter((element) => element.scrollLeft !== 0 || element.scrollTop !== 0).map((element) => [element, element.scrollLeft, element.scrollTop] as const);
  body.dataset['still'] = '';
  const all = [...body.querySelectorAll<HTMLElement>('*')];
  for (const element of all.filter((one) => getComputedStyle(one).position === 'sticky')) element.dataset['unstuck'] = '';
  for (const element of all.filter(isRolled)) element.dataset['unrolled'] = '';
  if (width !== undefined) body.style.width = `${width}px`;
  if (colours === 'paper') setTheme('light');
  if (colours === 'paper' || width !== undefined) lookAgain();
  try {
    return draw(body);
  } finally {
    if (colours === 'paper') setTheme(theme);
    if (width !== undefined) body.style.width = '';
    delete body.dataset['still'];
    for (const element of all) {
      delete element.dataset['unstuck'];
      delete element.dataset['unrolled'];
    }
    if (colours === 'paper' || width !== undefined) lookAgain();
    for (const [element, left, top] of scrolled) element.scrollTo({ left, top, behavior: 'instant' });
  }
}

/** Whether an element's content overflows and scrolls. */
function isRolled(element: HTMLElement): boolean {
  if (element.scrollWidth <= element.clientWidth && element.scrollHeight <= element.clientHeight) return false;
  return /auto|scroll/.test(getComputedStyle(element).overflow);
}

function setTheme(theme: string | undefined): void {
  if (theme === undefined) delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}
