import type { Attributes } from './markup';
import { element, escapeXml } from './markup';

/** Collects SVG in the coordinates of the screen, and how far it reaches. */
export class Canvas {
  private readonly pieces: string[] = [];
  /** Right end and bottom of what has been drawn. */
  right = -Infinity;
  bottom = -Infinity;

  rect(left: number, top: number, width: number, height: number, attributes: Attributes): void {
    this.reach(left + width, top + height);
    this.pieces.push(element('rect', { x: left, y: top, width, height, ...attributes }));
  }

  text(text: string, left: number, baseline: number, attributes: Attributes): void {
    this.reach(left + (typeof attributes['textLength'] === 'number' ? attributes['textLength'] : 0), baseline + 4);
    this.pieces.push(element('text', { x: left, y: baseline, 'xml:space': 'preserve', ...attributes }, escapeXml(text)));
  }

  /** Something drawn elsewhere, that reaches this far. */
  piece(markup: string, right: number, bottom: number): void {
    this.reach(right, bottom);
    this.pieces.push(markup);
  }

  /** What `draw` adds, as one group. */
  group(attributes: Attributes, draw: () => void): void {
    const before = this.pieces.length;
    draw();
    const drawn = this.pieces.splice(before);
    if (drawn.length > 0) this.pieces.push(element('g', attributes, drawn.join('')));
  }

  toString(): string {
    return this.pieces.join('\n');
  }

  private reach(right: number, bottom: number): void {
    this.right = Math.max(this.right, right);
    this.bottom = Math.max(this.bottom, bottom);
  }
}
