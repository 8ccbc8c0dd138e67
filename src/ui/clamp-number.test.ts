import { describe, expect, it } from 'vitest';
import { clampNumber } from './clamp-number';

describe('clampNumber', () => {
  const range = { min: 1, max: 4096, integer: true };
  it('takes a number in range without a word', () => {
    expect(clampNumber(' 768 ', 'K', range)).toEqual({ value: 768, notice: null });
    expect(clampNumber('1e3', 'K', range)).toEqual({ value: 1000, notice: null });
  });
  it('says so when it clamps or rounds', () => {
    expect(clampNumber('5000', 'K', range)).toEqual({ value: 4096, notice: 'K goes from 1 to 4,096: 5000 became 4,096.' });
    expect(clampNumber('-Infinity', 'K', range)).toEqual({ value: 1, notice: 'K goes from 1 to 4,096: -Infinity became 1.' });
    expect(clampNumber('2.6', 'K', range)).toEqual({ value: 3, notice: 'K takes whole numbers: 2.6 became 3.' });
  });
  it('takes nothing that is no number', () => {
    for (const text of ['', '  ', 'many', '1,5', 'NaN']) expect(clampNumber(text, 'K', range)).toBeNull();
  });
});
