import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { accentColours } from './accent-colours';
import { contrast, mixed } from './contrast';

const css = readFileSync('src/ui/theme.css', 'utf8');

/** A theme's own colours. */
function ground(theme: 'light' | 'dark') {
  const rule = css.slice(css.indexOf(`:root[data-theme='${theme}'] {`));
  const colour = (name: string): string => new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(rule)![1]!;
  return { paper: colour('paper'), ink: colour('ink'), inkQuiet: colour('ink-quiet') };
}

const colours = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe.each(['light', 'dark'] as const)('a host’s accent in %s', (theme) => {
  const { paper, ink, inkQuiet } = ground(theme);

  it('can be read, and so can what stands on it', () => {
    fc.assert(
      fc.property(colours, (colour) => {
        const { accent, wash, onAccent } = accentColours(colour, { paper, ink, inkQuiet });
        expect(contrast(accent, paper)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(onAccent, accent)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(ink, wash)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(inkQuiet, wash)).toBeGreaterThanOrEqual(4.5);
      }),
      { numRuns: 2000 },
    );
  });

  it('is left as it is where it can be read already', () => {
    fc.assert(fc.property(colours.filter((colour) => contrast(colour, paper) >= 4.5), (colour) => void expect(accentColours(colour, { paper, ink, inkQuiet }).accent).toBe(colour)));
  });

  it('goes no further toward the ink than it must', () => {
    fc.assert(
      fc.property(colours.filter((colour) => contrast(colour, paper) < 4.3), (colour) => {
        // Channels are whole numbers, so a step may overshoot slightly.
        expect(contrast(accentColours(colour, { paper, ink, inkQuiet }).accent, paper)).toBeLessThan(5.2);
      }),
    );
  });
});

describe('contrast', () => {
  it('is WCAG’s', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 3);
    expect(contrast('#123456', '#123456')).toBe(1);
  });
});

describe('mixing', () => {
  it('goes from one colour to the other', () => {
    expect(mixed('#102030', '#304050', 0)).toBe('#102030');
    expect(mixed('#102030', '#304050', 0.5)).toBe('#203040');
    expect(mixed('#102030', '#304050', 1)).toBe('#304050');
  });
});
