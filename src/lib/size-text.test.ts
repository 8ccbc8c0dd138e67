import { describe, expect, test } from 'vitest';
import { powerText, roughCount, sizeText, sizeTexts } from './size-text';

test('powers have raised digits', () => {
  expect([powerText(2, 20), powerText(10, -7)]).toEqual(['2²⁰', '10⁻⁷']);
});

describe('sizes', () => {
  test('small and large ones have a power of ten, those between have none', () => {
    const sizes = [0, -0, 5.93e-8, 3e-8, 9.96e-7, 0.00123, 0.25, 38, 1234, 98765, 1e6];
    expect(sizes.map((size) => sizeText(size))).toEqual(['0', '0', '5.9·10⁻⁸', '3.0·10⁻⁸', '1.0·10⁻⁶', '0.0012', '0.25', '38', '1,200', '99,000', '1.0·10⁶']);
  });

  test('have as many digits as are asked for', () => {
    expect([sizeText(350, 3), sizeText(1.2345e-7, 3), sizeText(1234.56789, 8)]).toEqual(['350', '1.23·10⁻⁷', '1,234.5679']);
  });

  test('a minus is a minus; infinities and NaN have a name', () => {
    expect([sizeText(-38), sizeText(-4.17e-7), sizeText(-Infinity), sizeText(Infinity), sizeText(NaN)]).toEqual(['−38', '−4.2·10⁻⁷', '−∞', '∞', 'NaN']);
  });

  test('two have more digits where two digits would look the same', () => {
    expect(sizeTexts(1.00136e-5, 1.0013e-5)).toEqual(['1.0014·10⁻⁵', '1.0013·10⁻⁵']);
    expect(sizeTexts(1234.5678, 1234.5677)).toEqual(['1,234.5678', '1,234.5677']);
    expect(sizeTexts(1, 2)).toEqual(['1', '2']);
    expect(sizeTexts(1, 1)).toEqual(['1', '1']);
  });
});

test('counts are in full as long as that says something', () => {
  expect([6912, -3, 0.5, -694080, 3e9, Infinity].map(roughCount)).toEqual(['6,912', '−3', '0.5', '−694,080', '3.00·10⁹', '∞']);
});
