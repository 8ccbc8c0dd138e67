import { describe, expect, it } from 'vitest';
import fixture from '../linear/fixtures/network.json';
import { wilsonInterval } from './wilson';

describe('wilsonInterval', () => {
  for (const { hits, trials, low, high } of fixture.wilson) {
    it(`is what NumPy's roots are for ${hits} of ${trials}`, () => {
      const [from, to] = wilsonInterval(hits, trials);
      expect(Math.abs(from - low)).toBeLessThan(1e-9);
      expect(Math.abs(to - high)).toBeLessThan(1e-9);
    });
  }

  it('holds the rate, and does not pretend to know it after 0 of n', () => {
    expect(wilsonInterval(0, 0)).toEqual([0, 1]);
    const [low, high] = wilsonInterval(0, 2000);
    expect(low).toBe(0);
    expect(high).toBeCloseTo(0.001917, 6);
    expect(wilsonInterval(2000, 2000)[1]).toBe(1);
  });
});
