import { drawBox } from './boxes';
import type { Canvas } from './canvas';
import { copySvg } from './copy-svg';
import { element } from './markup';
import { plainColour } from './plain-colour';
import { drawText, fontOf } from './text-runs';

/**
 * Draws an element of the page and its contents as shapes and text, where the browser laid them out. Handles what this
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

/** Whether the element is visually hidden, for screen readers only. */
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
    // An inline element broken across lines has a box on each.
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

/** Draws the text of an input field, since the figure shows it nowhere else. */
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

/** Draws a pseudo-element: an absolutely positioned box without text, such as an axis tick. */
function drawMark(node: Element, style: CSSStyleDeclaration, canvas: Canvas): void {
  if (style.content !== '""' || style.position !== 'absolute' || style.display === 'none') return;
  const around = node.getBoundingClientRect();
  const [left, top, width, height] = [style.left, style.top, style.width, style.height].map(parseFloat) as [number, number, number, number];
  if ([left, top, width, height].some(Number.isNaN)) return;
  // With box-sizing: border-box, width and height are those of the whole box.
  drawBox({ left: around.left + left, top: around.top + top, width, height }, style, canvas);
}
