import { expect, it } from 'vitest';
import { played } from './played';

it('passes several quick places at once and keeps what is left of the time', () => {
  expect(played(3, 100, 35, () => 10)).toEqual({ at: 6, left: 5 });
  expect(played(3, 100, 9, () => 10)).toEqual({ at: 3, left: 9 });
});

it('stays longer where it is to', () => {
  expect(played(0, 100, 500, (at) => (at === 2 ? 500 : 1))).toEqual({ at: 2, left: 498 });
});

it('goes no further than the last place', () => {
  expect(played(97, 100, 1e6, () => 1).at).toBe(100);
  expect(played(100, 100, 50, () => 1)).toEqual({ at: 100, left: 50 });
});
