import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../lib/limits';
import { clampGrowth, clampSweep, clampWholeBatch } from './clamp';
import { growthProducts } from './growth-grid';

const features = fc.integer({ min: 1, max: LIMITS.features });

describe('the limits', () => {
  it('leave alone what fits, without a word', () => {
    const layer = { inFeatures: 768, outFeatures: 768 };
    expect(clampSweep(layer, [1, 2, 4])).toEqual({ value: [1, 2, 4], notices: [] });
    expect(clampWholeBatch(layer, 128)).toEqual({ value: 128, notices: [] });
  });

  it('make every sweep and every whole batch fit, with a notice for what had to give', () => {
    const size = fc.record({ inFeatures: features, outFeatures: features });
    fc.assert(
      fc.property(size, fc.integer({ min: 1, max: LIMITS.batch }), (layer, batch) => {
        const batches = Array.from({ length: batch }, (_, index) => index + 1);
        const sweep = clampSweep(layer, batches);
        expect(layer.inFeatures * layer.outFeatures * (sweep.value.length + 3)).toBeLessThanOrEqual(LIMITS.products);
        expect(sweep.notices).toHaveLength(sweep.value.length < batch ? 1 : 0);
        const whole = clampWholeBatch(layer, batch);
        expect(layer.inFeatures * layer.outFeatures * whole.value * 3).toBeLessThanOrEqual(LIMITS.products);
        expect(whole.notices).toHaveLength(whole.value < batch ? 1 : 0);
      }),
    );
  });

  it('make growth fit: fewer trials first, then shorter sums', () => {
    const size = fc.record({ methods: fc.integer({ min: 0, max: 8 }), trials: fc.integer({ min: 8, max: 1024 }), maxExponent: fc.integer({ min: 4, max: 20 }), pointsPerOctave: fc.integer({ min: 1, max: 8 }) });
    fc.assert(
      fc.property(size, (growth) => {
        const { value, notices } = clampGrowth(growth);
        expect(growthProducts(value)).toBeLessThanOrEqual(LIMITS.products);
        expect(value.trials).toBeGreaterThanOrEqual(8);
        expect(notices.length > 0).toBe(value.trials < growth.trials || value.maxExponent < growth.maxExponent);
        if (value.maxExponent < growth.maxExponent) expect(value.trials).toBe(8);
      }),
    );
  });
});
