import { describe, expect, it } from 'vitest';
import { columnRanges } from './column-ranges';

describe('columnRanges', () => {
  it.each([
    [[], []],
    [[3], [[3, 3]]],
    [[0, 1, 2, 5, 7, 8], [[0, 2], [5, 5], [7, 8]]],
  ])('writes %j as %j', (outputs, ranges) => {
    expect(columnRanges(outputs)).toEqual(ranges);
  });
});
