import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IndexRange } from '../linear/index-ranges';
import { columnProblem } from './column-problem';

const complain = (columns: IndexRange[][], outFeatures: number): string | null =>
  columnProblem(columns.map((ranges, i) => ({ place: `kernels[${i}].columns`, columns: ranges })), outFeatures, 'kernels');

describe('columnProblem', () => {
  it('finds nothing in ranges that cover each output once', () => {
    expect(complain([[[0, 3], [4, 7]]], 8)).toBeNull();
    expect(complain([[[0, 1], [6, 7]], [[2, 5]]], 8)).toBeNull();
  });

  it.each<[string, IndexRange[][], string]>([
    ['overlap in one kernel', [[[0, 4], [4, 7]]], 'kernels[0].columns[1] names output 4, which is already in kernels[0].columns[0].'],
    ['overlap of two kernels', [[[0, 7]], [[7, 7]]], 'kernels[1].columns[0] names output 7, which is already in kernels[0].columns[0].'],
    ['a gap', [[[0, 2], [5, 7]]], 'The kernels leave out output 3 and 1 more.'],
    ['a missing last output', [[[0, 6]]], 'The kernels leave out output 7.'],
    ['a range that ends too late', [[[0, 8]]], 'kernels[0].columns[0] names output 8, but the layer has 8, 0 to 7.'],
    ['a range that goes down', [[[7, 0]]], 'kernels[0].columns[0] ends at output 0, before it begins at 7.'],
    ['ranges out of sequence', [[[4, 7], [0, 3]]], 'kernels[0].columns[1] begins at output 0, but the ranges of a kernel go up and the one before begins at 4.'],
  ])('names %s', (_, columns, message) => {
    expect(complain(columns, 8)).toBe(message);
  });

  it('is silent exactly where each output is covered once', () => {
    const range = fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }));
    fc.assert(
      fc.property(fc.array(fc.array(range, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }), (lists) => {
        const times = new Array<number>(6).fill(0);
        for (const [from, to] of lists.flat()) for (let j = from; j <= to; j++) times[j] = (times[j] ?? 0) + 1;
        const tidy = lists.every((list) => list.every(([from, to], i) => from <= to && (i === 0 || from >= (list[i - 1]?.[0] ?? 0))));
        expect(complain(lists, 6) === null).toBe(tidy && times.every((count) => count === 1));
      }),
      { numRuns: 3000 },
    );
  });
});
