import { describe, expect, it } from 'vitest';
import { cardRenderer } from './draw-card';

/** The characters in findings besides letters and digits. */
const SIGNS = [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁻ΣΔ√→≠≤−·×’“”–…%|'];

const picture = (text: string, family = 'Source Serif 4'): string => `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="60" font-family="${family}"><text x="4" y="40" font-size="30">${text}</text></svg>`;

const sentence = 'differ by 2·√h·u·Σ|x·w|, 10⁻⁷';
const draw = await cardRenderer([...new Set([...SIGNS, ...sentence, ...'0.27119abcdefx'])].join(''));
const same = (a: string, b: string): boolean => Buffer.from(draw(a)).equals(Buffer.from(draw(b)));

describe('the renderer of cards', () => {
  it.each(SIGNS)('has the sign %s', (sign) => {
    expect(same(picture(sign), picture(''))).toBe(false);
    // A character in none of the fonts.
    expect(same(picture(sign), picture('中'))).toBe(false);
  });

  it('draws all of a line whose signs come from several fonts', () => {
    const [before] = sentence.split('√');
    expect(same(picture(sentence), picture(before!))).toBe(false);
    expect(same(picture(sentence), picture(sentence.replace('differ', '      ')))).toBe(false);
    expect(same(picture(sentence), picture(sentence.replace('⁻⁷', '')))).toBe(false);
  });

  it('has the monospaced font for numbers, apart from the serif', () => {
    expect(same(picture('0.27119'), picture('0.27119', 'CommitMono'))).toBe(false);
  });
});
