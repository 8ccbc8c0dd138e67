import { describe, expect, it } from 'vitest';
import { axisPlace, axisValue, logExtent, logPlace, powerTicks, wholeTicks } from './log-axis';

describe('a logarithmic axis', () => {
  const axis = { from: 2 ** 4, to: 2 ** 20, length: 320 };
  it('spaces powers evenly from end to end', () => {
    expect([2 ** 4, 2 ** 12, 2 ** 20].map((value) => Math.round(logPlace(axis, value)))).toEqual([0, 160, 320]);
  });
  it('names every power where there is room, else every second, fourth, eighth', () => {
    expect(powerTicks(axis, 2, 10)).toHaveLength(17);
    expect(powerTicks(axis, 2, 40)).toEqual([4, 6, 8, 10, 12, 14, 16, 18, 20]);
    expect(powerTicks(axis, 2, 70)).toEqual([4, 8, 12, 16, 20]);
  });
  it('spans its values by whole powers and passes over what has no logarithm', () => {
    expect(logExtent([0, NaN, 3e-7, Infinity, 2e-5, -1], 10)).toEqual([10 ** -7, 10 ** -4]);
    expect(logExtent([16, 1024], 2)).toEqual([16, 1024]);
    expect(logExtent([], 10)).toEqual([1, 10]);
    expect(logExtent([100], 10)).toEqual([100, 1000]);
  });
});

describe('an even axis', () => {
  const axis = { from: 1, to: 32, length: 310, even: true as const };
  it('spaces whole numbers evenly, and finds the way back', () => {
    expect([1, 2, 32].map((value) => axisPlace(axis, value))).toEqual([0, 10, 310]);
    expect([0, 0.5, 1].map((share) => axisValue(axis, share))).toEqual([1, 16.5, 32]);
    expect(axisValue({ from: 1, to: 100, length: 10 }, 0.5)).toBeCloseTo(10);
  });
  it('names the first, and then as many as there is room for', () => {
    expect(wholeTicks(axis, 40)).toEqual([1, 5, 10, 15, 20, 25, 30]);
    expect(wholeTicks({ ...axis, to: 4 }, 32)).toEqual([1, 2, 3, 4]);
    expect(wholeTicks(axis, 90)).toEqual([1, 10, 20, 30]);
  });
});
