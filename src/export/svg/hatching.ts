import type { Canvas } from './canvas';
import { element, numberText } from './markup';
import { plainColour } from './plain-colour';

/** From line to line, along an edge: the page's lines are 6 px apart. */
const STEP = 6 * Math.SQRT2;

/** The page's one pattern of a background: thin lines that rise to the right. */
export function drawHatching({ left, top, width, height }: Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>, { backgroundImage }: CSSStyleDeclaration, canvas: Canvas): void {
  const [, colour] = /^repeating-linear-gradient\(-45deg, ((?:rgba?|color)\([^)]*\))/.exec(backgroundImage) ?? [];
  if (colour === undefined) return;
  canvas.piece(element('path', { d: hatchingPath(left, top, width, height), fill: 'none', stroke: plainColour(colour).hex, 'stroke-width': 1 }), left, top, left + width, top + height);
}

/** Lines at 45° across a box, cut off at its edges. */
export function hatchingPath(left: number, top: number, width: number, height: number): string {
  let path = '';
  for (let at = STEP / 2 - height; at < width; at += STEP) {
    const from = Math.max(0, at);
    const to = Math.min(width, at + height);
    if (to > from) path += `M${numberText(left + from)},${numberText(top + height - (from - at))}L${numberText(left + to)},${numberText(top + height - (to - at))}`;
  }
  return path;
}
