import { describe, expect, it } from 'vitest';
import { growthGrid } from './growth-grid';

describe('the grid of growth curves', () => {
  it('ends at the power asked for and names each K once', () => {
    const grid = growthGrid({ maxExponent: 20, pointsPerOctave: 4 });
    expect(grid[0]).toBe(1);
    expect(grid.at(-1)).toBe(2 ** 20);
    expect(new Set(grid).size).toBe(grid.length);
    expect([...grid].sort((a, b) => a - b)).toEqual(grid);
  });

  it('has one more K where it is asked for', () => {
    expect(growthGrid({ maxExponent: 4, pointsPerOctave: 1, also: 10 })).toEqual([1, 2, 4, 8, 10, 16]);
    expect(growthGrid({ maxExponent: 2, pointsPerOctave: 1, also: 100 })).toEqual([1, 2, 4, 100]);
  });
});
