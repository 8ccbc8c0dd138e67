import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ascending, median, quantile, select } from './quantile';

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

it('the k-th smallest is that of the sorted values, whatever they are, with what is smaller before it', () => {
  const arrays = fc.array(fc.oneof(fc.double({ noNaN: true }), fc.constantFrom(0, -0, 1, Infinity)), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(arrays, fc.nat(), (list, at) => {
      const k = at % list.length;
      const values = Float64Array.from(list);
      expect(select(values, k) + 0).toBe(ascending(list)[k]! + 0);
      expect(values.every((value, i) => (i < k ? value <= values[k]! : value >= values[k]!))).toBe(true);
      expect([...ascending(values)].map((value) => value + 0)).toEqual([...ascending(list)].map((value) => value + 0));
    }),
  );
});
