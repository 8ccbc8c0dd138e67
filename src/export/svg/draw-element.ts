import { drawBox } from './boxes';
import type { Canvas } from './canvas';
import { copySvg } from './copy-svg';
import { element } from './markup';
import { plainColour } from './plain-colour';
import { drawText, fontOf } from './text-runs';

/**
 * Draws an element of the page and all in it as shapes and text, where the browser has put them. Knows what this
 * page is made of: boxes with flat backgrounds and borders, text, inline SVG, canvases.
 */
export function drawElement(node: Element, canvas: Canvas): void {
  const style = getComputedStyle(node);
  if (style.display === 'none' || isForEarsOnly(style)) return;
  const opacity = Number(style.opacity);
  if (opacity === 0) return;
  const draw = (): void => drawContent(node, style, canvas);
  if (opacity < 1) canvas.group({ opacity }, draw);
  else draw();
}

/** Said to screen readers and cut off for eyes. */
function isForEarsOnly({ clipPath }: CSSStyleDeclaration): boolean {
  return clipPath === 'inset(50%)';
}

function drawContent(node: Element, style: CSSStyleDeclaration, canvas: Canvas): void {
  const isShown = style.visibility === 'visible';
  if (node instanceof SVGSVGElement) {
    if (isShown) copySvg(node, canvas);
    return;
  }
  if (node instanceof HTMLInputElement) {
    if (isShown && node.type === 'text') drawTyped(node, style, canvas);
    return;
  }
  if (isShown) {
    // An inline element that is broken over lines has a box in each.
    for (const box of style.display === 'inline' ? node.getClientRects() : [node.getBoundingClientRect()]) drawBox(box, style, canvas);
    if (node instanceof HTMLCanvasElement) drawPixels(node, canvas);
    for (const pseudo of ['::before', '::after'] as const) drawMark(node, getComputedStyle(node, pseudo), canvas);
  }
  const drawChildren = (): void => {
    for (const child of node.childNodes) {
      if (child instanceof Element) drawElement(child, canvas);
      else if (child instanceof Text && isShown) drawText(child, style, canvas);
    }
  };
  const isCut = style.overflowX === 'hidden' && node.scrollWidth > node.clientWidth + 1;
  if (isCut) canvas.clipped(node.getBoundingClientRect(), drawChildren);
  else drawChildren();
}

/** A number that is typed in and has no other place on the figure. */
function drawTyped(node: HTMLInputElement, style: CSSStyleDeclaration, canvas: Canvas): void {
  const { left, top, height } = node.getBoundingClientRect();
  canvas.text(node.value, left, top + height / 2 + parseFloat(style.fontSize) / 3, { ...fontOf(style), fill: plainColour(style.color).hex });
}

function drawPixels(node: HTMLCanvasElement, canvas: Canvas): void {
  const { left, top, width, height } = node.getBoundingClientRect();
  if (node.width === 0 || node.height === 0 || width === 0 || height === 0) return;
  const attributes = { href: node.toDataURL(), x: left, y: top, width, height, preserveAspectRatio: 'none', 'image-rendering': 'pixelated' };
  canvas.piece(element('image', attributes), left, top, left + width, top + height);
}

/** A mark that the style sheet adds: an absolutely placed box without text, such as the tick of an axis. */
function drawMark(node: Element, style: CSSStyleDeclaration, canvas: Canvas): void {
  if (style.content !== '""' || style.position !== 'absolute' || style.display === 'none') return;
  const around = node.getBoundingClientRect();
  const [left, top, width, height] = [style.left, style.top, style.width, style.height].map(parseFloat) as [number, number, number, number];
  if ([left, top, width, height].some(Number.isNaN)) return;
  // With box-sizing: border-box the width is that of the whole box.
  drawBox({ left: around.left + left, top: around.top + top, width, height }, style, canvas);
}
