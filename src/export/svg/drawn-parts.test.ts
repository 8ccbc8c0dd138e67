import { describe, expect, it } from 'vitest';
import { Canvas } from './canvas';
import { rgbColour } from './plain-colour';

describe('a canvas of SVG', () => {
  it('knows how far it reaches, and what is cut off does not', () => {
    const canvas = new Canvas();
    canvas.rect(10, 20, 30, 40, { fill: '#000000' });
    canvas.clipped({ left: 50, top: 20, width: 10, height: 10 }, () => canvas.text('a long text', 50, 28, { textLength: 500 }));
    expect([canvas.left, canvas.top, canvas.right, canvas.bottom]).toEqual([10, 20, 60, 60]);
    expect(canvas.toString()).toBe(
      '<rect x="10" y="20" width="30" height="40" fill="#000000"/>\n<svg x="50" y="20" width="10" height="10" viewBox="50 20 10 10"><text x="50" y="28" xml:space="preserve" textLength="500">a long text</text></svg>',
    );
  });

  it('makes no empty groups', () => {
    const canvas = new Canvas();
    canvas.group({ opacity: 0.5 }, () => undefined);
    expect(canvas.toString()).toBe('');
    canvas.group({ opacity: 0.5 }, () => canvas.rect(0, 0, 1, 1, {}));
    expect(canvas.toString()).toBe('<g opacity="0.5"><rect x="0" y="0" width="1" height="1"/></g>');
  });
});

describe('colours', () => {
  it('reads the form that browsers give a plain colour in', () => {
    expect(rgbColour('rgb(182, 15, 59)')).toEqual({ hex: '#b60f3b', alpha: 1 });
    expect(rgbColour('rgba(0, 0, 0, 0)')).toEqual({ hex: '#000000', alpha: 0 });
    expect(rgbColour('color(srgb 1 0 0)')).toBeNull();
  });
});
