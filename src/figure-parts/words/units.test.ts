import { describe, expect, test } from 'vitest';
import { sizeText } from '../../numerics/size-text';
import { differenceText, signedText, ulpText } from './units';

describe('sizes as text', () => {
  test('small and large ones have a power of ten, those between have none', () => {
    expect([sizeText(5.93e-8, 2), sizeText(3e-8, 2), sizeText(350), sizeText(1e6), sizeText(0)]).toEqual(['5.9e−8', '3.0e−8', '350', '1.00e6', '0']);
  });

  test('infinities and NaN have a name', () => {
    expect([sizeText(-Infinity), sizeText(NaN)]).toEqual(['−∞', 'NaN']);
  });

  test('ulp are counted in full', () => {
    expect([ulpText(6912), ulpText(-3), ulpText(0.5)]).toEqual(['6,912', '−3', '0.5']);
  });

  test('a signed difference says its unit', () => {
    expect([signedText(3, 'ulp'), signedText(-1.27e-8, 'relative'), differenceText(1e-7, 'absolute')]).toEqual(['+3 ulp', '−1.27e−8 of Σ|x·w|', '1.00e−7']);
  });
});
