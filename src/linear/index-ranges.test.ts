import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasIndex, indexCount, indexRanges, indicesOf } from './index-ranges';

describe('ranges of indices', () => {
  it.each([
    [[], []],
    [[3], [[3, 3]]],
    [[0, 1, 2, 5, 7, 8], [[0, 2], [5, 5], [7, 8]]],
  ])('%j are %j', (indices, ranges) => {
    expect(indexRanges(indices)).toEqual(ranges);
  });

  it('hold the indices that they were made of, and as many', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(40)), (some) => {
        const indices = some.sort((a, b) => a - b);
        const ranges = indexRanges(indices);
        expect(indexCount(ranges)).toBe(indices.length);
        expect([...indicesOf(ranges)]).toEqual(indices);
        for (let j = 0; j <= 41; j++) expect(hasIndex(ranges, j)).toBe(indices.includes(j));
      }),
    );
  });
});
