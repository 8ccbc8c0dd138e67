import { expect, it } from 'vitest';
import { ascending, median, quantile } from './quantile';

it('a quantile lies between its neighbours, and is one of them where it falls on it', () => {
  expect([0, 0.25, 0.5, 0.625, 1].map((q) => quantile([1, 2, 4, 8, 16], q))).toEqual([1, 2, 4, 6, 16]);
  expect(quantile([3, Infinity, Infinity], 0.75)).toBe(Infinity);
  expect(quantile([], 0.5)).toBeNaN();
});

it('the median of an even number is halfway between the two in the middle', () => {
  expect([median([5, 1, 3]), median([8, 1, 3, 2]), median([7])]).toEqual([3, 2.5, 7]);
});

it('NaN is the largest', () => {
  expect([...ascending([NaN, 2, Infinity, 1])]).toEqual([1, 2, Infinity, Infinity]);
});
