/** A colour in the form that every SVG reader understands. */
export interface PlainColour {
  /** `#rrggbb` */
  readonly hex: string;
  /** 0 … 1 */
  readonly alpha: number;
}

const known = new Map<string, PlainColour>();

/** Parses a computed colour in whatever form the browser gives it: `rgb(…)`, `color(srgb …)`, `oklab(…)`. */
export function plainColour(css: string): PlainColour {
  let colour = known.get(css);
  if (colour === undefined) {
    colour = rgbColour(css) ?? paintedColour(css);
    known.set(css, colour);
  }
  return colour;
}

/** Parses `rgb(1, 2, 3)` or `rgba(1, 2, 3, 0.5)`; null for any other form. */
export function rgbColour(css: string): PlainColour | null {
  const [, red, green, blue, alpha] = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(css) ?? [];
  return red === undefined ? null : { hex: hexColour([Number(red), Number(green), Number(blue)]), alpha: alpha === undefined ? 1 : Number(alpha) };
}

function paintedColour(css: string): PlainColour {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.fillStyle = css;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
  return { hex: hexColour([red, green, blue]), alpha: alpha / 255 };
}

function hexColour(parts: readonly number[]): string {
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
