import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binEdges, countBins } from './log-bins';

describe('bins by size', () => {
  it('double from one edge to the next and reach the largest', () => {
    expect(binEdges(5).slice(-3)).toEqual([2, 4, 8]);
    expect(binEdges(8).at(-1)).toBe(8);
    expect(binEdges(0)).toEqual([]);
    expect(binEdges(Infinity)).toEqual([]);
  });

  it('hold each difference once, by sign', () => {
    const bins = countBins([0, -0, 3, -3, 4, 1e-30, NaN, Infinity, -8], binEdges(8));
    expect([...bins.plus.slice(-3)]).toEqual([0, 2, 0]);
    expect([...bins.minus.slice(-3)]).toEqual([0, 1, 1]);
    expect(bins.plus[0]).toBe(1);
    expect(bins).toMatchObject({ equal: 2, beyond: 2 });
  });

  it('lose none', () => {
    fc.assert(
      fc.property(fc.array(fc.double()), (differences) => {
        const largest = differences.reduce((most, value) => (Number.isFinite(value) ? Math.max(most, Math.abs(value)) : most), 0);
        const { plus, minus, equal, beyond } = countBins(differences, binEdges(largest));
        expect([...plus, ...minus].reduce((sum, count) => sum + count, equal + beyond)).toBe(differences.length);
      }),
    );
  });
});
