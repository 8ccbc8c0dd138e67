import type { Canvas } from './canvas';
import { plainColour } from './plain-colour';

/** Draws the text of a node, line by line, where the browser laid it out. */
export function drawText(node: Text, style: CSSStyleDeclaration, canvas: Canvas): void {
  const colour = plainColour(style.color);
  if (colour.alpha === 0) return;
  const font = fontOf(style);
  for (const { text, left, top, width, height } of linesOf(node)) {
    const shown = style.textTransform === 'uppercase' ? text.toUpperCase() : text;
    canvas.text(shown, left, top + baselineShare(style) * height, {
      ...font,
      fill: colour.hex,
      'fill-opacity': colour.alpha === 1 ? undefined : colour.alpha,
      // Makes a fallback font fit the same width.
      textLength: shown.length > 1 ? width : undefined,
      lengthAdjust: shown.length > 1 ? 'spacingAndGlyphs' : undefined,
    });
  }
}

/** An element's font as SVG attributes. */
export function fontOf(style: CSSStyleDeclaration): Record<string, string | undefined> {
  const family = style.fontFamily
    .split(',')
    .map((name) => name.trim().replace(/"/g, "'"))
    // Drop the page's metric-matched fallbacks: the file has the fonts themselves.
    .filter((name) => !/(Fallback|Android)'?$/.test(name))
    .join(', ');
  const numeric = style.fontVariantNumeric;
  return {
    'font-family': family,
    'font-size': style.fontSize,
    'font-weight': style.fontWeight === '400' ? undefined : style.fontWeight,
    'font-style': style.fontStyle === 'normal' ? undefined : style.fontStyle,
    'letter-spacing': style.letterSpacing === 'normal' ? undefined : style.letterSpacing,
    // An attribute, not a style: a page's Content-Security-Policy may refuse inline styles.
    'font-variant': numeric === 'normal' ? undefined : numeric,
  };
}

interface Line {
  text: string;
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Joins words into lines; a word broken across lines is placed letter by letter. */
function linesOf(node: Text): Line[] {
  const lines: Line[] = [];
  const range = document.createRange();
  const box = (from: number, to: number): DOMRect[] => {
    range.setStart(node, from);
    range.setEnd(node, to);
    return [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  };
  let end = -1;
  const add = (from: number, to: number): void => {
    const [rect, ...more] = box(from, to);
    if (rect === undefined) return;
    if (more.some(({ top }) => Math.abs(top - rect.top) > 1) && to - from > 1) {
      for (let at = from; at < to; at++) add(at, at + 1);
      return;
    }
    const right = Math.max(rect.right, ...more.map((one) => one.right));
    const last = lines.at(-1);
    if (last !== undefined && Math.abs(last.top - rect.top) < 1 && rect.left >= last.left) {
      last.text += `${from > end ? ' ' : ''}${node.data.slice(from, to)}`;
      last.width = right - last.left;
    } else {
      lines.push({ text: node.data.slice(from, to), left: rect.left, top: rect.top, width: right - rect.left, height: rect.height });
    }
    end = to;
  };
  for (const { index, 0: word } of node.data.matchAll(/\S+/g)) add(index, index + word.length);
  return lines;
}

const shares = new Map<string, number>();
let measuring: CanvasRenderingContext2D | null = null;

/** The fraction of a line of text above its baseline. */
function baselineShare({ font, fontFamily, fontSize, fontWeight, fontStyle }: CSSStyleDeclaration): number {
  const name = font === '' ? `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}` : font;
  let share = shares.get(name);
  if (share === undefined) {
    measuring ??= document.createElement('canvas').getContext('2d')!;
    measuring.font = name;
    const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = measuring.measureText('x');
    share = ascent / (ascent + descent);
    shares.set(name, share);
  }
  return share;
}
