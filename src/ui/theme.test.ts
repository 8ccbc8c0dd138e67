import { readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('src/ui/theme.css', 'utf8');

/** The colours that a rule sets. */
function colours(selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`);
  const rule = css.slice(start, css.indexOf('}', start));
  return new Map([...rule.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]));
}

const light = colours(":root[data-theme='light']");
const dark = colours(":root[data-theme='dark']");

/** Contrast of WCAG 2.2. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string): number => {
    const [r = 0, g = 0, bl = 0] = [1, 3, 5].map((at) => {
      const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * bl;
  };
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

describe('the theme', () => {
  it('has one dark, whether the system or the reader asks for it', () => {
    expect([...colours(":root:not([data-theme='light'])")]).toEqual([...dark]);
    expect([...dark.keys()]).toEqual([...light.keys()]);
  });
  it.each([['light', light] as const, ['dark', dark] as const])('keeps its contrasts in %s', (_, theme) => {
    const paper = theme.get('paper')!;
    for (let n = 0; n < 16; n++) expect(contrast(theme.get(`order-${n}`)!, paper), `order-${n}`).toBeGreaterThanOrEqual(3);
    for (const name of ['ink', 'ink-quiet', 'accent', 'differs', 'warning']) expect(contrast(theme.get(name)!, paper), name).toBeGreaterThanOrEqual(4.5);
    for (const [ink, ground] of [['differs', 'differs-wash'], ['ink', 'accent-wash'], ['on-accent', 'accent'], ['ink-quiet', 'paper-quiet'], ['ink-quiet', 'differs-wash'], ['ink-quiet', 'accent-wash']] as const) {
      expect(contrast(theme.get(ink)!, theme.get(ground)!), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
    for (const name of ['minus-full', 'plus-full']) expect(contrast(theme.get(name)!, paper), name).toBeGreaterThanOrEqual(4.5);
  });
});

describe('the fonts', () => {
  it('weigh less than 80 kB together', () => {
    const sizes = readdirSync('src/ui/fonts').filter((name) => name.endsWith('.woff2')).map((name) => statSync(`src/ui/fonts/${name}`).size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(80_000);
  });
});
