import { expect, it } from 'vitest';
import type { NearerCount } from './nearer';
import { nearer } from './nearer';

function count(K: number): NearerCount {
  const work = nearer({ pattern: 'pytorch-2.13', batches: [1, 16], K, outputs: 768, seed: 72 });
  let next = work.next();
  while (next.done !== true) next = work.next();
  return next.value;
}

it('finds batch 1 nearer more often at K = 64, and batch 16 at K = 4096', () => {
  expect(count(64)).toEqual({ K: 64, outputs: 768, first: 381, second: 253, even: 134 });
  const long = count(4096);
  expect(long.second).toBeGreaterThan(2 * long.first);
  expect(long.first + long.second + long.even).toBe(768);
});

it('compares a call with itself as even', () => {
  const work = nearer({ pattern: 'pytorch-2.13', batches: [4, 16], K: 256, outputs: 32, seed: 1 });
  expect([...work].every((step) => step === null)).toBe(true);
  const again = nearer({ pattern: 'pytorch-2.13', batches: [4, 16], K: 256, outputs: 32, seed: 1 });
  let next = again.next();
  while (next.done !== true) next = again.next();
  expect(next.value).toMatchObject({ first: 0, second: 0, even: 32 });
});
