import { expect, it } from 'vitest';
import { conditionText } from './condition-text';

it('is a power of ten only where it is one', () => {
  expect([0, 2, 4, 6, 12, 22, 23, 30].map((power) => conditionText(10 ** power))).toEqual(['1', '100', '10,000', '10⁶', '10¹²', '10²²', '10²³', '10³⁰']);
  expect([5.3, 6.3, 11.9].map((power) => conditionText(10 ** power))).toEqual(['200,000', '2.0·10⁶', '7.9·10¹¹']);
});
