/** Whether the reader's system is dark. */
export const DARK_SCHEME = matchMedia('(prefers-color-scheme: dark)');

/** Red, green, blue and alpha of any CSS colour, 0 to 255: a canvas reads all that the browser can. */
function channels(colour: string): Uint8ClampedArray {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d')!;
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  return canvas.getImageData(0, 0, 1, 1).data;
}

/** Whether what is behind an element is dark: the nearest ground that can't be seen through, or else the browser's own. */
export function isOnDark(element: Element): boolean {
  for (let one: Element | null = element; one !== null; one = one.parentElement) {
    const [red, green, blue, alpha] = channels(getComputedStyle(one).backgroundColor);
    // Weights of sRGB's luminance; half of the grey values is dark enough.
    if (alpha! > 127) return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue! < 128;
  }
  const schemes = getComputedStyle(document.documentElement).colorScheme;
  return schemes.includes('dark') && (!schemes.includes('light') || DARK_SCHEME.matches);
}

/** The colour of a link that stands beside an element, as `rrggbb`. */
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
