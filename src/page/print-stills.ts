import { settingsText } from '../export/settings-text';
import { SHOWN_PARTS } from '../export/shown-parts';
import { sourceText } from '../export/source-text';
import { figureSvg } from '../export/svg/figure-svg';
import { COME_NEAR } from '../ui/use-near';

/** CSS pixels: on A4 and letter paper the smallest text is then about 7 pt. */
const WIDTH = 880;

/**
 * Puts a still of each part of the page in its place while the page is printed: charts know the width of the screen
 * only, and a still is as large as the paper allows. A part that is not there yet leaves its title and its address.
 * It has to happen within the event, so this module is there before anyone prints. Gives back what ends it.
 */
export function startPrintStills(host: Pick<Window, 'addEventListener' | 'removeEventListener'> = window): () => void {
  let stills: Element[] = [];
  const remove = (): void => {
    for (const still of stills) {
      still.parentElement?.removeAttribute('data-printed');
      still.remove();
    }
    stills = [];
  };
  const insert = (): void => {
    remove();
    // Too late for this print; whoever prints again has all of it.
    window.dispatchEvent(new Event(COME_NEAR));
    stills = [...SHOWN_PARTS].map(([part, shown]) => {
      const still = stillOf(part, shown);
      part.append(still);
      part.setAttribute('data-printed', '');
      return still;
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

function stillOf(part: Element, shown: NonNullable<ReturnType<typeof SHOWN_PARTS.get>>): Element {
  const current = shown();
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
