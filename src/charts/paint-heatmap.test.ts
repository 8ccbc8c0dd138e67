import { describe, expect, it } from 'vitest';
import { RAMP_PENDING, RAMP_STEPS, RAMP_ZERO, rampTable } from './heatmap-colours';
import { changedRows, firstPerBucket, largestPerBucket, paintHeatmap } from './paint-heatmap';

const RAMP = rampTable({ paper: '#ffffff', pending: '#eeeeee', minusFaint: '#aaccee', minusFull: '#0000ff', plusFaint: '#eeccaa', plusFull: '#ff0000' });
const colour = (index: number): number[] => [...RAMP.subarray(4 * index, 4 * index + 4)];

describe('paintHeatmap', () => {
  it('writes one pixel per value, row after row', () => {
    const pixels = new Uint8ClampedArray(4 * 4);
    paintHeatmap(Float64Array.of(0, 9, -9, NaN), 2, { from: 0, to: 2 }, 9, RAMP, pixels);
    expect([...pixels]).toEqual([...colour(RAMP_ZERO), ...colour(2 * RAMP_STEPS), ...colour(0), ...colour(RAMP_PENDING)]);
  });
  it('leaves other rows alone', () => {
    const pixels = new Uint8ClampedArray(3 * 4).fill(7);
    paintHeatmap(Float32Array.of(1, 0, 1), 1, { from: 1, to: 2 }, 1, RAMP, pixels);
    expect([...pixels]).toEqual([7, 7, 7, 7, ...colour(RAMP_ZERO), 7, 7, 7, 7]);
  });
});

describe('a map of places in a table', () => {
  it('has the colour of each place', () => {
    const pixels = new Uint8ClampedArray(3 * 4);
    paintHeatmap(Float64Array.of(1, 0, 1), 3, { from: 0, to: 1 }, null, Uint8ClampedArray.of(1, 2, 3, 255, 4, 5, 6, 255), pixels);
    expect([...pixels]).toEqual([4, 5, 6, 255, 1, 2, 3, 255, 4, 5, 6, 255]);
  });
  it('keeps the first place of each stretch of columns where it has less room', () => {
    expect([...firstPerBucket(Float64Array.of(0, 1, 2, 3, 4, 5, 6, 7), 2, 4, 2)]).toEqual([0, 2, 4, 6]);
    expect([...firstPerBucket(Float64Array.of(5, 6), 1, 2, 4)]).toEqual([5, 5, 6, 6]);
  });
});

describe('changedRows', () => {
  it('spans the rows that differ from what was painted, NaN being equal to itself', () => {
    const painted = Float64Array.of(1, NaN, NaN, NaN, NaN, NaN, NaN, NaN);
    expect(changedRows(Float64Array.of(1, NaN, NaN, 2, 0, NaN, NaN, NaN), painted, 2)).toEqual({ from: 1, to: 3 });
    expect(changedRows(Float64Array.from(painted), painted, 2)).toBeNull();
  });
});

describe('largestPerBucket', () => {
  it('keeps the sign of the largest difference of each stretch', () => {
    expect([...largestPerBucket(Float64Array.of(1, -3, 0, 0, NaN, 2, NaN, NaN), 2, 4, 2)]).toEqual([-3, 0, 2, NaN]);
  });
  it('spreads few columns over many buckets without inventing any', () => {
    expect([...largestPerBucket(Float64Array.of(5, 6), 1, 2, 2)]).toEqual([5, 6]);
  });
});
