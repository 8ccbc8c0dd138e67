import { describe, expect, it } from 'vitest';
import { countText, sizeText, sizeTexts } from './size-text';

describe('numbers for people', () => {
  it('are short', () => {
    expect([0, 0.25, -38, 4.17e-7, 1234, Infinity, NaN, 9.96e-7].map((x) => sizeText(x))).toEqual(['0', '0.25', '−38', '4.2·10⁻⁷', '1.2·10³', '∞', 'NaN', '1.0·10⁻⁶']);
    expect([7, 1880, -694080, 0.5, 3e9].map(countText)).toEqual(['7', '1,880', '−694,080', '0.5', '3.0·10⁹']);
  });

  it('have more digits where two would look the same', () => {
    expect(sizeTexts(1.00136e-5, 1.0013e-5)).toEqual(['1.0014·10⁻⁵', '1.0013·10⁻⁵']);
    expect(sizeTexts(1, 2)).toEqual(['1', '2']);
    expect(sizeTexts(1, 1)).toEqual(['1', '1']);
  });
});
