import { describe, expect, test } from 'vitest';
import { batchesText, formatCount, formatList, plural, rangesText } from './words';

describe('words', () => {
  test('a list has commas, and an “and” before its last item', () => {
    expect([formatList([]), formatList([1]), formatList([1, 2]), formatList([1, 2, 4])]).toEqual(['', '1', '1 and 2', '1, 2 and 4']);
  });

  test('counts are grouped, and one is singular', () => {
    expect([formatCount(98304), plural(1, 'output'), plural(683, 'output')]).toEqual(['98,304', '1 output', '683 outputs']);
  });

  test('one batch size is a batch, several are batches', () => {
    expect([batchesText([4]), batchesText([4, 8])]).toEqual(['batch 4', 'batches 4 and 8']);
  });

  test('ranges are inclusive, single outputs stand alone, and many are only counted', () => {
    expect(rangesText([[0, 7], [9, 9]])).toBe('0–7 and 9');
    expect(rangesText([[0, 1], [3, 4], [6, 7]], 2)).toBe('0–1, 3–4 and 1 more');
  });
});
