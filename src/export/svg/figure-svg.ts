import { Canvas } from './canvas';
import { drawElement } from './draw-element';
import { element, escapeXml, numberText } from './markup';
import { plainColour } from './plain-colour';
import type { StillLook } from './still';
import { asStill, bodyOf } from './still';
import { wrapText } from './wrap-text';

/** The words around the drawing. */
export interface FigureWords {
  readonly title: string;
  /** Its settings in one line, since its controls are not drawn. */
  readonly settings: string;
  /** Where it comes from: address, provenance. */
  readonly source: string;
}

export interface FigureLook extends StillLook {
  /** Style sheet with embedded fonts; empty for a picture that stays on this page. */
  readonly fonts: string;
  /** Adds a margin and a background; leave them out on a page that has both. */
  readonly paper: boolean;
}

export interface FigureSvg {
  readonly markup: string;
  /** CSS pixels */
  readonly width: number;
  readonly height: number;
}

const MARGIN = 32;
/** In CSS pixels, to leave room for the lines below. */
const LEAST_WIDTH = 480;
const TITLE = 24;
const SMALL = 13;
const SMALL_LEADING = 19;

/**
 * A part of the page as an SVG of plain shapes and text, as it looks on the screen: its title above, and below it the
 * caption, its settings and its source. It needs no HTML, scripts or other files.
 */
export function figureSvg(part: Element, words: FigureWords, look: FigureLook): FigureSvg {
  const { fonts, paper } = look;
  const margin = paper ? MARGIN : 0;
  return asStill(bodyOf(part), look, (body) => {
    const canvas = new Canvas();
    for (const child of body.children) drawElement(child, canvas);
    const style = getComputedStyle(document.body);
    const colour = (name: string): string => plainColour(colourOf(name, body)).hex;
    // A part that shows nothing yet still has a title and a source.
    const [left, top, bottomEnd] = canvas.top === Infinity ? [0, 0, 0] : [canvas.left, canvas.top, canvas.bottom];
    const width = Math.max(canvas.top === Infinity ? 0 : canvas.right - left, LEAST_WIDTH);
    const above = TITLE + 20;
    const shift = `translate(${numberText(margin - left)},${numberText(margin + above - top)})`;
    const bottom = margin + above + (bottomEnd - top);

    const font = style.fontFamily.replace(/"/g, "'");
    const measure = measureIn(`${SMALL}px ${style.fontFamily}`);
    const lines = [words.settings, words.source].filter((text) => text !== '').flatMap((text) => wrapText(text, width, measure));
    const note = (text: string, line: number): string =>
      element('text', { x: margin, y: bottom + 30 + line * SMALL_LEADING, 'font-family': font, 'font-size': `${SMALL}px`, fill: colour('--ink-quiet') }, escapeXml(text));
    const height = bottom + 30 + lines.length * SMALL_LEADING + margin - SMALL_LEADING / 2;
    const all = { width: Math.ceil(width + 2 * margin), height: Math.ceil(height) };

    const content = [
      element('title', {}, escapeXml(words.title)),
      element('desc', {}, escapeXml(`${words.settings} ${words.source}`)),
      fonts === '' ? '' : element('defs', {}, element('style', {}, fonts)),
      ...(paper ? [element('rect', { ...all, fill: colour('--paper') })] : []),
      element('text', { x: margin, y: margin + TITLE - 4, 'font-family': font, 'font-size': `${TITLE}px`, 'font-weight': 600, fill: colour('--ink') }, escapeXml(words.title)),
      element('g', { transform: shift }, canvas.toString()),
      element('rect', { x: margin, y: bottom + 9, width, height: 1, fill: colour('--hairline') }),
      ...lines.map(note),
    ];
    const markup = element('svg', { xmlns: 'http://www.w3.org/2000/svg', ...all, viewBox: `0 0 ${all.width} ${all.height}` }, content.join('\n'));
    return { markup, ...all };
  });
}

/** The colour in a custom property of the theme. */
function colourOf(name: string, at: Element): string {
  const sample = document.createElement('i');
  sample.style.color = `var(${name})`;
  at.append(sample);
  const { color } = getComputedStyle(sample);
  sample.remove();
  return color;
}

function measureIn(font: string): (text: string) => number {
  const context = document.createElement('canvas').getContext('2d')!;
  context.font = font;
  return (text) => context.measureText(text).width;
}
