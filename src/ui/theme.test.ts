import { readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast } from './contrast';

const css = readFileSync('src/ui/theme.css', 'utf8');

/** The colours that a rule sets. */
function colours(selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`);
  const rule = css.slice(start, css.indexOf('}', start));
  return new Map([...rule.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]));
}

const light = colours(":root[data-theme='light']");
const dark = colours(":root[data-theme='dark']");

describe('the theme', () => {
  it('has one dark, whether the system or the reader asks for it', () => {
    expect([...colours(":root:not([data-theme='light'])")]).toEqual([...dark]);
    expect([...dark.keys()]).toEqual([...light.keys()]);
  });
  it.each([['light', light] as const, ['dark', dark] as const])('keeps its contrasts in %s', (_, theme) => {
    const paper = theme.get('paper')!;
    for (let n = 0; n < 16; n++) {
      expect(contrast(theme.get(`order-${n}`)!, paper), `order-${n}`).toBeGreaterThanOrEqual(3);
      expect(contrast(theme.get(`order-${n}`)!, theme.get(`on-order-${n}`)!), `the letter on order-${n}`).toBeGreaterThanOrEqual(4.5);
    }
    for (const name of ['ink', 'ink-quiet', 'accent', 'differs', 'warning']) expect(contrast(theme.get(name)!, paper), name).toBeGreaterThanOrEqual(4.5);
    for (const [ink, ground] of [['differs', 'differs-wash'], ['ink', 'accent-wash'], ['on-accent', 'accent'], ['ink-quiet', 'paper-quiet'], ['ink-quiet', 'differs-wash'], ['ink-quiet', 'accent-wash']] as const) {
      expect(contrast(theme.get(ink)!, theme.get(ground)!), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
    for (const name of ['minus-full', 'plus-full']) expect(contrast(theme.get(name)!, paper), name).toBeGreaterThanOrEqual(4.5);
    // The smallest difference is told from none.
    for (const name of ['minus-faint', 'plus-faint']) expect(contrast(theme.get(name)!, paper), name).toBeGreaterThanOrEqual(theme === dark ? 2 : 1.6);
  });
});

describe('the fonts', () => {
  it('weigh less than 80 kB together', () => {
    const sizes = readdirSync('src/ui/fonts').filter((name) => name.endsWith('.woff2')).map((name) => statSync(`src/ui/fonts/${name}`).size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(80_000);
  });
});
