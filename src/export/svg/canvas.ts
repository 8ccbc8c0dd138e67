import type { Attributes } from './markup';
import { element, escapeXml, numberText } from './markup';

/** Collects SVG in screen coordinates, and tracks its bounding box. */
export class Canvas {
  private readonly pieces: string[] = [];
  /** Bounding box of what has been drawn. */
  left = Infinity;
  top = Infinity;
  right = -Infinity;
  bottom = -Infinity;

  rect(left: number, top: number, width: number, height: number, attributes: Attributes): void {
    this.reach(left, top, left + width, top + height);
    this.pieces.push(element('rect', { x: left, y: top, width, height, ...attributes }));
  }

  text(text: string, left: number, baseline: number, attributes: Attributes): void {
    this.reach(left, baseline - 14, left + (typeof attributes['textLength'] === 'number' ? attributes['textLength'] : 0), baseline + 4);
    this.pieces.push(element('text', { x: left, y: baseline, 'xml:space': 'preserve', ...attributes }, escapeXml(text)));
  }

  /** Adds markup drawn elsewhere, which takes this place. */
  piece(markup: string, left: number, top: number, right: number, bottom: number): void {
    this.reach(left, top, right, bottom);
    this.pieces.push(markup);
  }

  /** Puts what `draw` adds into one group. */
  group(attributes: Attributes, draw: () => void): void {
    const before = this.pieces.length;
    draw();
    const drawn = this.pieces.splice(before);
    if (drawn.length > 0) this.pieces.push(element('g', attributes, drawn.join('')));
  }

  /** Clips what `draw` adds to a box. It nests an `svg` element, which needs no id, unlike a clip path. */
  clipped({ left: x, top: y, width, height }: Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>, draw: () => void): void {
    const { left, top, right, bottom } = this;
    const before = this.pieces.length;
    draw();
    const drawn = this.pieces.splice(before);
    Object.assign(this, { left, top, right, bottom });
    if (drawn.length > 0) this.piece(element('svg', { x, y, width, height, viewBox: [x, y, width, height].map(numberText).join(' ') }, drawn.join('')), x, y, x + width, y + height);
  }

  toString(): string {
    return this.pieces.join('\n');
  }

  private reach(left: number, top: number, right: number, bottom: number): void {
    this.left = Math.min(this.left, left);
    this.top = Math.min(this.top, top);
    this.right = Math.max(this.right, right);
    this.bottom = Math.max(this.bottom, bottom);
  }
}
