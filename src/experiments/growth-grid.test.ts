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
});
