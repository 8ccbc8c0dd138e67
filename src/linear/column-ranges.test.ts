import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnCount, columnRanges, hasColumn } from './column-ranges';

describe('ranges of outputs', () => {
  it.each([
    [[], []],
    [[3], [[3, 3]]],
    [[0, 1, 2, 5, 7, 8], [[0, 2], [5, 5], [7, 8]]],
  ])('%j are %j', (outputs, ranges) => {
    expect(columnRanges(outputs)).toEqual(ranges);
  });

  it('hold the outputs that they were made of, and as many', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(40)), (some) => {
        const outputs = some.sort((a, b) => a - b);
        const ranges = columnRanges(outputs);
        expect(columnCount(ranges)).toBe(outputs.length);
        for (let j = 0; j <= 41; j++) expect(hasColumn(ranges, j)).toBe(outputs.includes(j));
      }),
    );
  });
});
