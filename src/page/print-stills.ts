import { settingsText } from '../export/settings-text';
import type { ShownPart } from '../export/shown-part';
import { sourceText } from '../export/source-text';
import { figureSvg } from '../export/svg/figure-svg';
import { shownPartOf } from '../figure-parts/export-menu/shown-part-of';
import { isPartId } from '../share/figure-settings';
import type { State } from '../store/store';
import { COME_NEAR } from '../ui/use-near';

/** CSS pixels: on A4 and letter paper the smallest text is then about 7 pt. */
const WIDTH = 880;

/**
 * Replaces each part of the page by a still while the page is printed: charts know only the width of the screen, but a
 * still is as large as the paper allows. A part that is not loaded yet leaves its title and its address. This has to
 * happen within the event, so the module must be loaded before anyone prints. Returns a disposer.
 */
export function startPrintStills(stateNow: () => State, host: Pick<Window, 'addEventListener' | 'removeEventListener'> = window): () => void {
  let stills: Element[] = [];
  /** The sources, unfolded for the print alone. */
  let unfolded: HTMLDetailsElement | null = null;
  const remove = (): void => {
    for (const still of stills) {
      still.parentElement?.removeAttribute('data-printed');
      still.remove();
    }
    if (unfolded) unfolded.open = false;
    unfolded = null;
    stills = [];
  };
  const insert = (): void => {
    remove();
    unfolded = document.querySelector<HTMLDetailsElement>('#sources details:not([open])');
    if (unfolded) unfolded.open = true;
    // Too late for this print, but the next one will have everything.
    window.dispatchEvent(new Event(COME_NEAR));
    const state = stateNow();
    stills = [...document.querySelectorAll<HTMLElement>('[data-part]')].flatMap((element) => {
      const part = element.dataset['part'] ?? '';
      if (!isPartId(part)) return [];
      const still = stillOf(element, shownPartOf(state, part));
      element.append(still);
      element.setAttribute('data-printed', '');
      return [still];
    });
  };
  host.addEventListener('beforeprint', insert);
  host.addEventListener('afterprint', remove);
  return () => {
    remove();
    host.removeEventListener('beforeprint', insert);
    host.removeEventListener('afterprint', remove);
  };
}

function stillOf(part: Element, current: ShownPart): Element {
  const still = document.createElement('div');
  still.dataset['printStill'] = '';
  if (part.querySelector('[data-waiting]') !== null) {
    const title = document.createElement('strong');
    title.textContent = current.title;
    still.append(title, ` · ${current.address}`);
    return still;
  }
  const { markup } = figureSvg(part, { title: current.title, settings: settingsText(current), source: sourceText(current) }, { colours: 'paper', width: WIDTH, fonts: '', paper: false });
  const drawing = new DOMParser().parseFromString(markup, 'image/svg+xml').documentElement;
  drawing.removeAttribute('width');
  drawing.removeAttribute('height');
  still.append(document.importNode(drawing, true));
  return still;
}
