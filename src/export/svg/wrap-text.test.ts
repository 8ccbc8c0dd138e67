import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wrapText } from './wrap-text';

const measure = (text: string): number => text.length;

describe('text in lines', () => {
  it('is broken at white space', () => {
    expect(wrapText('one two three AVX-512 four', 10, measure)).toEqual(['one two', 'three', 'AVX-512', 'four']);
  });

  it('is broken after a sign in an address only', () => {
    expect(wrapText('see https://example.org/?v=2&heatmap.cell=128,190 now', 20, measure)).toEqual(['see https://', 'example.org/?v=2&', 'heatmap.cell=128,190', 'now']);
  });

  it('loses nothing but white space at ends of lines', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z&,]{1,40}$/), { maxLength: 20 }), fc.integer({ min: 5, max: 60 }), (words, width) => {
        expect(wrapText(words.join(' '), width, measure).join('').replace(/ /g, '')).toBe(words.join(''));
      }),
    );
  });
});
