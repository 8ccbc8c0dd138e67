import { expect, test } from 'vitest';
import { differenceText, signedText } from './units';

test('a signed difference says its unit', () => {
  expect([signedText(3, 'ulp'), signedText(-1.27e-8, 'relative'), differenceText(1e-7, 'absolute')]).toEqual(['+3 ulp', '−1.27·10⁻⁸ of Σ|x·w|', '1.00·10⁻⁷']);
});
