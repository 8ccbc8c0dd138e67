import { describe, expect, it } from 'vitest';
import { flipStatistics } from './flip-statistics';
import { wilsonInterval } from './wilson';

describe('flipStatistics', () => {
  it('takes rates from random inputs only, and counts sought ones apart', () => {
    const random = { sought: false, gap: Float64Array.of(0.5, 0.02, 3), lead: Float64Array.of(0.5, -0.01, 2), flipped: Float32Array.of(0, 1, 0) };
    const sought = { sought: true, gap: Float64Array.of(2e-7, 0), lead: Float64Array.of(-1e-7, 1e-8), flipped: Float32Array.of(1, 0) };
    const found = flipStatistics([random, sought]);
    expect(found).toMatchObject({ inputs: 3, flips: 1, interval: wilsonInterval(1, 3), medianChange: 0.03, largestFlippedGap: 0.02 });
    const none = { inputs: 0, flips: 0, interval: null, sought: 0, soughtFlips: 0 };
    expect(found.bins).toEqual([
      { ...none, power: -9, sought: 1 },
      { ...none, power: -7, sought: 1, soughtFlips: 1 },
      { ...none, power: -2, inputs: 1, flips: 1, interval: wilsonInterval(1, 1) },
      { ...none, power: -1, inputs: 1, interval: wilsonInterval(0, 1) },
      { ...none, power: 0, inputs: 1, interval: wilsonInterval(0, 1) },
    ]);
  });

  it('expects the rate that gaps and changes really make', () => {
    // Gaps uniform on [0, 1), changes uniform on ±0.01: P(change < −gap) = 0.01 / 4.
    const n = 200_000;
    const gap = Float64Array.from({ length: n }, (_, i) => (i * 0.6180339887498949) % 1);
    const lead = gap.map((value, i) => value + 0.02 * ((i * 0.7548776662466927) % 1) - 0.01);
    const flipped = Float32Array.from(lead, (value) => (value < 0 ? 1 : 0));
    const found = flipStatistics([{ sought: false, gap, lead, flipped }]);
    expect(found.flips / n).toBeCloseTo(0.0025, 4);
    expect(found.expected).toBeCloseTo(0.0025, 4);
  });
});
