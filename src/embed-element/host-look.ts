/** Whether the reader's system prefers dark. */
export const DARK_SCHEME = matchMedia('(prefers-color-scheme: dark)');

/** Red, green, blue and alpha of any CSS colour, 0 to 255: a canvas parses all colours that the browser knows. */
function channels(colour: string): Uint8ClampedArray {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d')!;
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  return canvas.getImageData(0, 0, 1, 1).data;
}

/** Whether the background behind an element is dark: the nearest opaque one, or else the browser's default. */
export function isOnDark(element: Element): boolean {
  for (let one: Element | null = element; one !== null; one = one.parentElement) {
    const [red, green, blue, alpha] = channels(getComputedStyle(one).backgroundColor);
    // sRGB luminance weights; darker than mid-grey counts as dark.
    if (alpha! > 127) return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue! < 128;
  }
  const schemes = getComputedStyle(document.documentElement).colorScheme;
  return schemes.includes('dark') && (!schemes.includes('light') || DARK_SCHEME.matches);
}

/** The colour that a link beside an element would have, as `rrggbb`. */
export function linkColour(element: Element): string {
  const link = document.createElement('a');
  link.href = '#';
  element.after(link);
  const colour = hex(getComputedStyle(link).color);
  link.remove();
  return colour;
}

/** A CSS colour as `rrggbb`. */
export function hex(colour: string): string {
  return [...channels(colour)]
    .slice(0, 3)
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
